// Reading, following and working on signals, as a browser meets them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/signal_views.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

const std::string list = "/rozenbuurt/signalen";
constexpr auto canary = "kanarie@voorbeeld.invalid";

class SignalPages : public ::testing::Test {
 protected:
  SignalPages() { coordinator.sign_in(here.coordinator()); }
  std::string page_of(ItemId id) { return list + "/" + std::to_string(raw(id)); }
  std::string version_of(ItemId id) { return std::to_string(here.item(id).version); }
  http::Response send(ItemId id, const std::string& action, http::Pairs fields) {
    fields.emplace_back("version", version_of(id));
    return coordinator.post(page_of(id) + "/" + action, std::move(fields));
  }
  ItemId told_by(const std::string& mail_address) {
    return here.report(ReportSignal{.kind = Kind::problem,
                                    .text = "Het pad is donker",
                                    .reporter = ReporterContact{.reach = Reach::mail,
                                                                .address = mail_address,
                                                                .name = "Cor Waterkamp",
                                                                .follow_token = "geheim"}});
  }
  Neighbourhood here;
  Browser visitor{here};
  Browser coordinator{here};
};

// --- reading ---

TEST_F(SignalPages, the_page_says_who_has_it_and_when_more_is_heard) {
  const auto id = here.report(ReportSignal{.kind = Kind::problem,
                                           .text = "Het pad is donker",
                                           .chance = "Met licht kan het weer",
                                           .place = testing::in_rozenbuurt(),
                                           .place_words = "achter de garages",
                                           .neighbours_may = true});
  const auto page = visitor.get(page_of(id));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), HasSubstr("Het pad is donker"));
  EXPECT_THAT(page.content(), HasSubstr("Met licht kan het weer"));
  EXPECT_THAT(page.content(), HasSubstr("ontvangen"));
  EXPECT_THAT(page.content(), HasSubstr("Sanne Boskamp"));
  EXPECT_THAT(page.content(), HasSubstr("Uiterlijk maandag 26 januari."));
  EXPECT_THAT(page.content(), HasSubstr("achter de garages"));
  EXPECT_THAT(page.content(), HasSubstr("class=\"map\""));
  EXPECT_THAT(page.content(), HasSubstr("Buren mogen dit oppakken."));
  EXPECT_THAT(page.content(), HasSubstr("Verteld door een bewoner"));
  EXPECT_THAT(page.content(), Not(HasSubstr("<textarea")));
}

TEST_F(SignalPages, what_is_late_says_so) {
  const auto id = here.report();
  here.later(std::chrono::days(15));
  EXPECT_THAT(visitor.get(page_of(id)).content(), HasSubstr("Het bericht is te laat."));
}

TEST_F(SignalPages, what_was_typed_is_text_and_never_markup) {
  const std::string attack = "<script>alert(1)</script><img src=x onerror=alert(1)>";
  const auto id = here.report(ReportSignal{
      .kind = Kind::problem, .title = attack, .text = attack, .chance = attack, .place_words = attack});
  for (const auto& page : {visitor.get(page_of(id)), visitor.get(list), coordinator.get(page_of(id)),
                           coordinator.get(list + "/werk")}) {
    ASSERT_EQ(page.status, 200);
    EXPECT_THAT(page.content(), Not(HasSubstr("<script>alert")));
    EXPECT_THAT(page.content(), Not(HasSubstr("<img src=x")));
  }
}

TEST_F(SignalPages, the_address_of_a_reporter_is_on_no_page_but_the_one_that_is_written_down) {
  const auto id = told_by(canary);
  ASSERT_EQ(send(id, "antwoord", {{"answer", "De lampen zijn gemaakt."}, {"outcome", "done"}}).status, 303);
  for (const auto& page :
       {visitor.get(page_of(id)), visitor.get(list), visitor.get("/signalen"), visitor.get("/volg/geheim"),
        coordinator.get(page_of(id)), coordinator.get(list + "/werk")}) {
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.content(), Not(HasSubstr("kanarie")));
    EXPECT_THAT(page.content(), Not(HasSubstr("Waterkamp")));
  }
  const auto shown = coordinator.post(page_of(id) + "/melder", {});
  EXPECT_THAT(shown.content(), HasSubstr(canary));
  EXPECT_EQ(shown.header("Cache-Control"), "private, no-store");
  EXPECT_EQ(visitor.post(page_of(id) + "/melder", {}).status, 403);
}

TEST_F(SignalPages, a_signal_has_one_address_and_others_lead_there) {
  const auto id = here.report();
  const auto elsewhere = visitor.get("/tulpenbuurt/signalen/" + std::to_string(raw(id)));
  EXPECT_EQ(elsewhere.status, 308);
  EXPECT_EQ(elsewhere.header("Location"), "/rozenland" + page_of(id));
  EXPECT_EQ(visitor.get(list + "/999").status, 404);
  EXPECT_EQ(visitor.get(list + "/nul").status, 404);
}

TEST_F(SignalPages, the_list_filters_and_goes_on_by_twenty) {
  for (int i = 0; i < 21; ++i) here.report("Signaal " + std::to_string(i));
  here.report(
      ReportSignal{.kind = Kind::chance, .chance = "Een bank op het plein", .domains = items::social});
  const auto first = visitor.get(list).content();
  EXPECT_THAT(first, HasSubstr("Een bank op het plein"));
  EXPECT_THAT(first, HasSubstr("Er staan 22 signalen open."));
  EXPECT_THAT(first, HasSubstr("Volgende 20"));
  EXPECT_THAT(first, Not(HasSubstr("Signaal 0<")));
  const auto second = visitor.get(list + "?voor=3").content();
  EXPECT_THAT(second, HasSubstr("Signaal 0<"));
  EXPECT_THAT(second, Not(HasSubstr("Volgende 20")));
  const auto chances = visitor.get(list + "?soort=chance").content();
  EXPECT_THAT(chances, HasSubstr("Een bank op het plein"));
  EXPECT_THAT(chances, Not(HasSubstr("Signaal 1<")));
  EXPECT_THAT(visitor.get(list + "?onderwerp=safety").content(), HasSubstr("Geen signalen gevonden."));
  EXPECT_THAT(visitor.get(list + "?stand=closed").content(), HasSubstr("Geen signalen gevonden."));
  EXPECT_THAT(visitor.get("/tulpenbuurt/signalen").content(), HasSubstr("Hier is nog niets verteld."));
  EXPECT_THAT(visitor.get("/signalen").content(), HasSubstr("Een bank op het plein"));
}

TEST_F(SignalPages, photos_are_for_everyone_after_somebody_looked) {
  visitor.post(list + "/nieuw", {{"kind", "problem"}, {"text", "Het pad is donker"}}, {testing::a_photo()});
  visitor.post(list + "/nieuw/hoe", {{"neighbours", "no"}, {"reach", "none"}});
  const auto id = ItemId{1};
  const auto photo = page_of(id) + "/foto/1";
  EXPECT_THAT(visitor.get(page_of(id)).content(), HasSubstr("nadat de wijkregisseur ze heeft bekeken"));
  EXPECT_EQ(visitor.get(photo).status, 404);
  EXPECT_EQ(coordinator.get(photo).status, 200);
  send(id, "toewijzen", {{"title", "Donker pad"}, {"assign_date", "2026-01-20"}, {"show_photos", "yes"}});
  EXPECT_EQ(visitor.get(photo).status, 200);
  EXPECT_EQ(visitor.get(page_of(id) + "/foto/2").status, 404);
}

// --- following ---

TEST_F(SignalPages, the_reporter_says_whether_it_is_solved) {
  const auto id = told_by(canary);
  EXPECT_THAT(visitor.get("/volg/geheim").content(), Not(HasSubstr("Is het opgelost?")));
  send(id, "antwoord", {{"answer", "De lampen zijn gemaakt."}, {"outcome", "done"}});
  const auto asked = visitor.get("/volg/geheim");
  EXPECT_THAT(asked.content(), HasSubstr("Is het opgelost?"));
  EXPECT_EQ(asked.header("X-Robots-Tag"), "noindex");
  EXPECT_EQ(asked.header("Cache-Control"), "private, no-store");
  EXPECT_THAT(visitor.get(page_of(id)).content(), Not(HasSubstr("Is het opgelost?")));
  const auto thanks = visitor.post_and_follow(
      "/volg/geheim/opgelost", {{"verdict", "not_solved"}, {"what_is_left", "Eén lamp is nog uit."}});
  EXPECT_THAT(thanks.content(), HasSubstr("Wij kijken er opnieuw naar."));
  EXPECT_THAT(thanks.content(), HasSubstr("Eén lamp is nog uit."));
  EXPECT_EQ(here.status(id), "reopened");
  EXPECT_EQ(visitor.post("/volg/geheim/opgelost", {{"verdict", "solved"}}).status, 409);
  EXPECT_EQ(visitor.post("/volg/geheim/opgelost", {}).status, 422);
  EXPECT_EQ(visitor.get("/volg/geraden").status, 404);
  EXPECT_EQ(visitor.post("/volg/geraden/opgelost", {{"verdict", "solved"}}).status, 404);
}

TEST_F(SignalPages, the_reporter_can_stop_the_messages) {
  told_by(canary);
  EXPECT_THAT(visitor.get("/volg/geheim").content(), HasSubstr("Stuur mij geen berichten meer"));
  const auto stopped = visitor.post_and_follow("/volg/geheim/stop", {});
  EXPECT_THAT(stopped.content(), HasSubstr("U krijgt geen berichten meer."));
  EXPECT_THAT(stopped.content(), Not(HasSubstr("Stuur mij geen berichten meer")));
}

// --- working ---

TEST_F(SignalPages, the_forms_are_there_for_who_may_use_them_only) {
  const auto id = here.report();
  EXPECT_THAT(coordinator.get(page_of(id)).content(), HasSubstr("/toewijzen"));
  EXPECT_THAT(visitor.get(page_of(id)).content(), Not(HasSubstr("/toewijzen")));
  Browser member(here);
  member.sign_in(here.member());
  EXPECT_THAT(member.get(page_of(id)).content(), Not(HasSubstr("/antwoord")));
  EXPECT_EQ(member.post(page_of(id) + "/antwoord", {{"answer", "x"}, {"outcome", "done"}}).status, 403);
  send(id, "toewijzen",
       {{"title", "Donker pad"},
        {"assign_date", "2026-01-20"},
        {"holder", std::to_string(raw(here.municipality()))}});
  EXPECT_THAT(member.get(page_of(id)).content(), HasSubstr("/antwoord"));
  EXPECT_THAT(member.get(page_of(id)).content(), Not(HasSubstr("/toewijzen")));
  EXPECT_EQ(
      member.post(page_of(id) + "/antwoord", {{"answer", "De lampen zijn gemaakt."}, {"outcome", "done"}})
          .status,
      303);
  EXPECT_THAT(visitor.get(page_of(id)).content(), HasSubstr("Opgelost, zegt Gemeente Rozenland."));
}

TEST_F(SignalPages, a_coordinator_of_another_area_cannot_work_here_by_another_address) {
  const auto id = here.report();
  Browser other(here);
  other.sign_in(here.coordinator_elsewhere());
  const http::Pairs form{{"title", "Overgenomen"}, {"assign_date", "2026-01-20"},
                         {"answer", "x"},          {"outcome", "done"},
                         {"care", "police"},       {"original", "1"}};
  for (const auto* action : {"/toewijzen", "/antwoord", "/doorverwijzen", "/dubbel", "/melder"}) {
    EXPECT_EQ(other.post(page_of(id) + action, form).status, 403) << action;
    EXPECT_EQ(other.post("/tulpenbuurt/signalen/" + std::to_string(raw(id)) + action, form).status, 404)
        << action;
  }
  EXPECT_EQ(here.status(id), "received");
}

TEST_F(SignalPages, an_answer_that_promises_asks_who_and_when_and_loses_nothing) {
  const auto id = here.report();
  http::Pairs typed{{"answer", "De lampen zijn gemaakt. Er komt één extra lamp."}, {"outcome", "done"}};
  const auto asked = send(id, "antwoord", typed);
  EXPECT_EQ(asked.status, 422);
  EXPECT_THAT(asked.content(), HasSubstr("Wie doet dit, en wanneer? Er is nog geen afspraak."));
  EXPECT_THAT(asked.content(), HasSubstr("De lampen zijn gemaakt. Er komt één extra lamp."));
  EXPECT_THAT(asked.content(), HasSubstr("name=\"without_commitment\""));
  typed.emplace_back("without_commitment", "yes");
  EXPECT_EQ(send(id, "antwoord", typed).status, 303);
  EXPECT_THAT(visitor.get(page_of(id)).content(), HasSubstr("Hierover is nog niets afgesproken."));
  EXPECT_THAT(visitor.get(list).content(), HasSubstr("Hierover is nog niets afgesproken."));
}

TEST_F(SignalPages, each_answer_asks_for_what_it_needs) {
  const auto id = here.report();
  const auto fault = [&](http::Pairs fields) {
    fields.emplace_back("answer", "Dit is ons antwoord.");
    return send(id, "antwoord", std::move(fields));
  };
  EXPECT_THAT(fault({}).content(), HasSubstr("href=\"#outcome\""));
  EXPECT_THAT(fault({{"outcome", "planned"}}).content(), HasSubstr("href=\"#month\""));
  const auto waiting = fault({{"outcome", "waiting"}}).content();
  EXPECT_THAT(waiting, HasSubstr("href=\"#for_whom\""));
  EXPECT_THAT(waiting, HasSubstr("href=\"#until\""));
  EXPECT_THAT(fault({{"outcome", "will_not_be_done"}}).content(), HasSubstr("href=\"#possible_instead\""));
  EXPECT_THAT(fault({{"outcome", "in_progress"}}).content(), HasSubstr("href=\"#next_date\""));
  const auto past = fault({{"outcome", "in_progress"}, {"next_date", "2026-01-01"}});
  EXPECT_EQ(past.status, 422);
  EXPECT_THAT(past.content(), HasSubstr("Deze datum is al voorbij."));
  EXPECT_EQ(fault({{"outcome", "thanked"}}).status, 422);
  EXPECT_EQ(here.status(id), "received");
  EXPECT_EQ(
      fault({{"outcome", "waiting"}, {"for_whom", "het energiebedrijf"}, {"until", "2026-02-01"}}).status,
      303);
  EXPECT_EQ(here.status(id), "waiting");
}

TEST_F(SignalPages, who_was_too_late_sees_that_somebody_else_changed_it) {
  const auto id = here.report();
  const auto old = version_of(id);
  send(id, "toewijzen", {{"title", "Donker pad"}, {"assign_date", "2026-01-20"}});
  const auto late = coordinator.post(
      page_of(id) + "/antwoord", {{"version", old}, {"answer", "Mijn lange antwoord."}, {"outcome", "done"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.content(), HasSubstr("Iemand anders heeft dit signaal net veranderd."));
  EXPECT_THAT(late.content(), HasSubstr("Mijn lange antwoord."));
}

TEST_F(SignalPages, a_referral_leaves_no_word_and_only_who_is_concerned_sees_that_it_was) {
  const auto id = here.report(ReportSignal{.kind = Kind::problem,
                                           .text = "Ik maak me zorgen om Jan",
                                           .reporter = ReporterContact{.follow_token = "geheim"}});
  EXPECT_EQ(send(id, "doorverwijzen", {}).status, 422);
  EXPECT_EQ(send(id, "doorverwijzen", {{"care", "social_team"}}).status, 303);
  EXPECT_EQ(visitor.get(page_of(id)).status, 404);
  EXPECT_THAT(visitor.get(list).content(), HasSubstr("Hier is nog niets verteld."));
  for (const auto& page : {coordinator.get(page_of(id)), visitor.get("/volg/geheim")}) {
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.content(), HasSubstr("Doorverwezen naar het sociaal team."));
    EXPECT_THAT(page.content(), Not(HasSubstr("Jan")));
  }
}

TEST_F(SignalPages, a_duplicate_leads_to_the_original_and_back) {
  const auto original = here.report("Het eerste");
  const auto id = here.report("Hetzelfde");
  EXPECT_EQ(send(id, "dubbel", {{"original", std::to_string(raw(id))}}).status, 422);
  EXPECT_THAT(send(id, "dubbel", {{"original", "999"}}).content(), HasSubstr("nummer 999"));
  EXPECT_EQ(send(id, "dubbel", {{"original", std::to_string(raw(original))}}).status, 303);
  EXPECT_THAT(visitor.get(page_of(id)).content(), HasSubstr("/rozenland" + page_of(original)));
  EXPECT_THAT(visitor.get(page_of(original)).content(), HasSubstr("/rozenland" + page_of(id)));
}

// --- manifest and templates ---

TEST(SignalManifest, whoever_is_not_signed_in_sends_something_only_by_a_draft_a_secret_link_or_me_too) {
  for (const auto& route : routes()) {
    if (route.method != http::Method::post || route.access.kind != web::Access::Kind::anyone) continue;
    const bool has_a_secret = route.pattern.find("/signalen/nieuw") != std::string::npos ||
                              route.pattern.find("/volg/{token}") != std::string::npos ||
                              route.pattern.ends_with("/{number}/ik-ook");
    EXPECT_TRUE(has_a_secret) << route.pattern;
  }
}

TEST(SignalManifest, every_word_that_is_made_of_a_stored_word_exists) {
  const auto words = i18n::Words::embedded();
  const auto check = [&](const std::string& key) {
    for (const auto language : i18n::languages) EXPECT_TRUE(words.has(language, key)) << key;
  };
  for (const auto status : all_statuses()) check("signals.status." + std::string(word(status)));
  for (const auto kind : all_kinds()) {
    check("signals.sort." + std::string(word(kind)));
    check("signals.report.kind." + std::string(word(kind)));
    for (const auto status : answers_for(kind, Status::received)) {
      check("signals.answer.outcome." + std::string(word(status)));
      check("signals.history.answered_" + std::string(word(status)));
    }
  }
  for (const auto& care : care_kinds()) {
    check("signals.refer.care." + care);
    check("signals.history.referred_to_" + care);
  }
  for (const auto& column : capability().personal_data) check(column.purpose);
  for (const auto* entry : {"reported", "looked_at", "assigned", "opened_to_neighbours", "text_destroyed",
                            "marked_duplicate", "confirmed", "reopened", "reopened_by_neighbour",
                            "not_confirmed", "came_on_the_table", "became_part_of_goal"})
    check(std::string("signals.history.") + entry);
  check(std::string(promise_gap));
}

TEST(SignalTemplates, every_page_can_be_drawn_from_its_example) {
  const auto words = i18n::Words::embedded();
  const html::Templates templates(words);
  const auto draw = [&]<class View>(std::string_view name, const View*) {
    return templates
        .render(i18n::Language::nl, name, html::load_example<View>(html::find_example(name).value()))
        .markup();
  };
  EXPECT_THAT(draw("signals/signal_page", static_cast<SignalView*>(nullptr)),
              HasSubstr("Drie lampen doen het niet."));
  EXPECT_THAT(draw("signals/signal_list", static_cast<SignalListView*>(nullptr)),
              HasSubstr("Het pad achter de garages"));
  EXPECT_THAT(draw("signals/reporter", static_cast<ReporterView*>(nullptr)), HasSubstr("06 12345678"));
  EXPECT_THAT(draw("signals/assign_form", static_cast<AssignForm*>(nullptr)),
              HasSubstr("Gemeente Rozenland"));
  EXPECT_THAT(draw("signals/answer_form", static_cast<AnswerForm*>(nullptr)),
              HasSubstr("Er komt één extra lamp"));
  EXPECT_THAT(draw("signals/refer_form", static_cast<ReferForm*>(nullptr)), HasSubstr("Sociaal team"));
  EXPECT_THAT(draw("signals/duplicate_form", static_cast<DuplicateForm*>(nullptr)),
              HasSubstr("value=\"12\""));
}

}  // namespace
}  // namespace wijktafel::signals
