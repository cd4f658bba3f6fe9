// Worries about a person, other doors, what is held, and the same report twice.
#include "capabilities/signals/reads/doors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/signals/actions/decide_held.hpp"
#include "capabilities/signals/actions/forward_formal.hpp"
#include "capabilities/signals/actions/set_door_words.hpp"
#include "capabilities/signals/model/door_words.hpp"
#include "capabilities/signals/model/suspicion.hpp"
#include "capabilities/signals/reads/held.hpp"
#include "capabilities/signals/reads/likely_duplicates.hpp"
#include "capabilities/signals/remind_moderators.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/door_views.hpp"
#include "capabilities/signals/web/held_views.hpp"
#include "platform/db/tables.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using ::testing::AllOf;
using testing::Browser;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Neighbourhood;
using ::testing::Not;

const std::string what = "/rozenbuurt/signalen/nieuw";
const std::string how = what + "/hoe";

bool says_door(Door door, std::string_view text) { return says(text, default_phrases(door)); }

TEST(DoorWords, of_a_worry_are_recognised_in_what_people_write) {
  for (const auto* text :
       {"Er loopt een verwarde man door de straat", "Ik maak mij zorgen om mijn buurvrouw.",
        "Volgens mij is het huiselijk geweld!", "Hij komt zijn huis niet meer uit"})
    EXPECT_TRUE(says_door(Door::worry, text)) << text;
}

TEST(DoorWords, of_a_worry_are_not_found_in_a_report_of_a_thing) {
  for (const auto* text : {"Het plantsoen is verwaarloosd", "Zorgen om de boom bij de school",
                           "De verwarde draden hangen uit de kast", "Kinderen spelen hier graag",
                           "Zorg eens voor een bankje", "Het bord over geweld in het park is weg"})
    EXPECT_FALSE(says_door(Door::worry, text)) << text;
}

TEST(DoorWords, of_the_other_doors_are_recognised_and_a_denial_is_not) {
  EXPECT_TRUE(says_door(Door::formal, "Hierbij maak ik formeel bezwaar tegen de vergunning"));
  EXPECT_TRUE(says_door(Door::formal, "Dit is een Woo-verzoek"));
  EXPECT_FALSE(says_door(Door::formal, "Ik heb geen bezwaar tegen het bankje"));
  EXPECT_FALSE(says_door(Door::formal, "Dit is een klacht over de stoep"));
  EXPECT_TRUE(says_door(Door::police, "Er is vannacht ingebroken bij de buren"));
  EXPECT_FALSE(says_door(Door::police, "Wij doen geen aangifte"));
  EXPECT_TRUE(says_door(Door::rented_home, "Mijn CV-ketel is stuk"));
  EXPECT_FALSE(says_door(Door::rented_home, "De keuken van het buurthuis is stuk"));
}

TEST(DoorWords, stand_in_one_sentence_with_at_most_two_words_between) {
  EXPECT_TRUE(says("ik dien nu een klacht in", "dien klacht in"));
  EXPECT_FALSE(says("ik dien. Een klacht in", "dien klacht"));
  EXPECT_FALSE(says("dien een twee drie klacht", "dien klacht"));
  EXPECT_FALSE(says("wat dan ook", ""));
  EXPECT_TRUE(says("Zelfmoordpoging", "zelfmoord*"));
  EXPECT_FALSE(says("Zelfmoordpoging", "zelfmoord"));
}

TEST(DoorWords, that_are_too_short_are_named) {
  EXPECT_EQ(too_short_phrase("maak bezwaar\nwoo\n"), "woo");
  EXPECT_EQ(too_short_phrase("maak bezwaar\n\n"), std::nullopt);
}

class Doors : public ::testing::Test {
 protected:
  Doors() { coordinator.sign_in(here.coordinator()); }
  // Tables in which this stands.
  std::vector<std::string> places_of(std::string_view canary) {
    std::vector<std::string> places;
    here.database().read([&](db::Transaction& tx) {
      for (const auto& table : db::tables(tx))
        db::for_each_row(tx, table, [&](const db::Values& values) {
          for (const auto& value : values)
            if (const auto* text = std::get_if<std::string>(&value);
                text && text->find(canary) != std::string::npos)
              places.push_back(table.name);
        });
    });
    return places;
  }
  std::int64_t signals() {
    return here.database().read(
        [](db::Transaction& tx) { return tx.find("SELECT COUNT(*) FROM signal")->get<std::int64_t>(0); });
  }
  http::Response tell(const std::string& text, http::Pairs last = {{"neighbours", "no"}, {"reach", "none"}}) {
    browser.post(what, {{"kind", "problem"}, {"text", text}});
    browser.post(what + "/waar", {});
    return browser.post_and_follow(how, std::move(last));
  }
  Neighbourhood here;
  Browser browser{here};
  Browser coordinator{here};
};

// --- worries ---

TEST_F(Doors, a_worry_about_a_person_is_kept_in_no_table_and_says_whom_to_call) {
  const auto page =
      browser.post(what, {{"kind", "problem"}, {"text", "Kanariegeel: een verwarde man in de straat"}});
  EXPECT_EQ(page.status, 200);
  for (const auto* number : {"tel:112", "tel:08001205", "tel:08002000", "tel:09008844"})
    EXPECT_THAT(page.content(), HasSubstr(number));
  EXPECT_THAT(page.content(), HasSubstr("Kanariegeel"));
  EXPECT_EQ(page.header("Cache-Control"), "private, no-store");
  EXPECT_THAT(places_of("anariegeel"), IsEmpty());
  EXPECT_THAT(browser.get(what).content(), Not(HasSubstr("Kanariegeel")));
}

TEST_F(Doors, what_was_kept_of_a_draft_before_it_became_a_worry_goes_at_that_moment) {
  browser.post(what, {{"kind", "problem"}, {"text", "Kanariegeel lampje"}}, {testing::a_photo()});
  ASSERT_THAT(places_of("anariegeel"), Not(IsEmpty()));
  browser.post(what, {{"kind", "problem"}, {"text", "Kanariegeel: ik denk aan huiselijk geweld"}});
  EXPECT_THAT(places_of("anariegeel"), IsEmpty());
  EXPECT_FALSE(here.database().read(
      [](db::Transaction& tx) { return tx.find("SELECT 1 FROM signal_draft_photo").has_value(); }));
}

TEST_F(Doors, who_says_that_it_is_about_no_person_goes_on) {
  const http::Pairs answers{{"kind", "problem"}, {"text", "Een boek over huiselijk geweld in de kast"}};
  browser.post(what, answers);
  auto again = answers;
  again.emplace_back("about_no_person", "yes");
  EXPECT_EQ(browser.post(what, again).status, 303);
  EXPECT_THAT(places_of("boek over"), Not(IsEmpty()));
}

// --- other doors ---

TEST_F(Doors, a_formal_message_is_shown_its_door_before_sending_and_may_still_be_sent) {
  browser.post(what, {{"kind", "problem"}, {"text", "Ik maak bezwaar tegen de kap"}});
  browser.post(what + "/waar", {});
  EXPECT_THAT(browser.get(how).content(), HasSubstr("Dit lijkt op een officiële brief"));
  EXPECT_EQ(browser.post_and_follow(how, {{"neighbours", "no"}, {"reach", "none"}}).status, 200);
  EXPECT_EQ(signals(), 1);
}

TEST_F(Doors, a_coordinator_forwards_it_with_the_date_of_receipt_in_the_history) {
  const auto id = here.report("Ik maak bezwaar tegen de kap");
  here.later(std::chrono::days(2));
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/doorsturen", {}).status, 422);
  EXPECT_EQ(
      coordinator.post("/rozenbuurt/signalen/1/doorsturen", {{"to_whom", "de commissie bezwaarschriften"}})
          .status,
      303);
  EXPECT_EQ(here.status(id), "forwarded");
  const auto after = browser.get("/rozenbuurt/signalen/1").content();
  EXPECT_THAT(after, HasSubstr("met de datum van ontvangst: maandag 12 januari"));
  EXPECT_THAT(after, HasSubstr("de commissie bezwaarschriften"));
  EXPECT_THAT(after, HasSubstr("Niemand meer."));
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/doorsturen", {{"to_whom", "nog iemand"}}).status, 409);
}

TEST_F(Doors, a_coordinator_changes_the_words_of_the_area_from_a_day_on) {
  const auto page = coordinator.get("/rozenbuurt/signalen/woorden").content();
  EXPECT_THAT(page, HasSubstr("maak bezwaar"));
  http::Pairs answers{{"worry", "verwarde man"},
                      {"formal", "kapvergunning"},
                      {"police", ""},
                      {"rented_home", "mijn keuken"},
                      {"valid_from", "2026-01-13"}};
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/woorden", answers).status, 303);
  const auto door = [&](std::string_view text) {
    return here.database().read([&](db::Transaction& tx) {
      return find_door(tx, here.area().lineage, text, local_date(here.now()));
    });
  };
  EXPECT_EQ(door("De kapvergunning"), std::nullopt);
  here.later(std::chrono::days(1));
  EXPECT_EQ(door("De kapvergunning"), Door::formal);
  EXPECT_EQ(door("Ik maak bezwaar"), std::nullopt);
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/woorden").content(), HasSubstr("1 uitdrukking, vanaf"));
  // Another area goes on as before.
  here.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(
        find_door(tx, here.area(testing::tulpenbuurt).lineage, "Ik maak bezwaar", local_date(here.now())),
        Door::formal);
  });
  answers.back().second = "2026-01-01";
  answers[1].second = "iets anders";
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/woorden", answers).status, 422);
  answers.back().second = "2026-01-20";
  answers[1].second = "ja";
  EXPECT_THAT(coordinator.post("/rozenbuurt/signalen/woorden", answers).content(), HasSubstr("is te kort"));
}

// --- held ---

TEST(SuspicionOf, one_link_or_a_long_sentence_is_none) {
  using namespace std::chrono_literals;
  EXPECT_EQ(suspicion_of({.text = "Zie https://www.gemeente.nl", .took = 60s}), Suspicion::none);
  EXPECT_EQ(suspicion_of({.text = "Heel heel heel veel afval", .took = 1s}), Suspicion::none);
  EXPECT_EQ(suspicion_of({.text = "Zie www.a.nl en www.b.nl", .took = 1s}), Suspicion::too_fast);
  EXPECT_EQ(suspicion_of({.text = "http://a http://b https://c", .took = 60s}), Suspicion::links);
  EXPECT_EQ(suspicion_of({.text = "lamp", .hidden_field_filled = true, .took = 60s}),
            Suspicion::hidden_field);
  std::string again;
  for (int i = 0; i < 12; ++i) again += "win ";
  EXPECT_EQ(suspicion_of({.text = again, .took = 60s}), Suspicion::repeated_text);
}

TEST_F(Doors, what_looks_like_advertising_is_held_and_its_sender_is_told_so) {
  const auto receipt = tell("Koop nu http://a.nl http://b.nl http://c.nl zonnepaneel");
  EXPECT_THAT(receipt.content(), HasSubstr("kijkt eerst naar uw signaal"));
  const auto id = ItemId{1};
  // Nowhere for a visitor.
  EXPECT_EQ(browser.get("/rozenbuurt/signalen/1").status, 404);
  EXPECT_THAT(browser.get("/rozenbuurt/signalen").content(), Not(HasSubstr("zonnepaneel")));
  here.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(items::count(tx, testing::rozenbuurt, item_kind, items::Domain{}, true), 0);
    EXPECT_TRUE(items::list(tx, {.area = testing::rozenbuurt}).empty());
    EXPECT_TRUE(
        likely_duplicates(tx, {.area = testing::rozenbuurt, .text = "Koop nu zonnepaneel"}, here.now())
            .empty());
    EXPECT_FALSE(tx.find("SELECT 1 FROM job WHERE kind LIKE '%signals.reported%'").has_value());
  });
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/eerst-bekijken").content(), HasSubstr("zonnepaneel"));
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/doorlaten", {}).status, 303);
  EXPECT_EQ(browser.get("/rozenbuurt/signalen/1").status, 200);
  EXPECT_EQ(here.item(id).visibility, items::Visibility::everyone);
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/doorlaten", {}).status, 404);
}

TEST_F(Doors, whoever_moderates_is_reminded_of_what_waits_longer_than_a_working_day) {
  tell("Koop nu http://a.nl http://b.nl http://c.nl zonnepaneel");
  const auto mails = [&](const char* moment) {
    return here.database().write([&](db::Transaction& tx) {
      remind_moderators(here.service(), tx, {}, parse_instant(moment).value());
      std::vector<std::string> subjects;
      for (const auto& row : tx.query("SELECT subject, text FROM mail_outbox WHERE message_id LIKE "
                                      "'signals-held-%' ORDER BY id")) {
        subjects.push_back(row.get<std::string>(0));
        EXPECT_THAT(row.get<std::string>(1),
                    AllOf(HasSubstr("/rozenbuurt/signalen/eerst-bekijken"), Not(HasSubstr("zonnepaneel"))));
      }
      return subjects;
    });
  };
  // Held on Monday 12 January.
  EXPECT_TRUE(mails("2026-01-13T09:00:00+01:00").empty());
  EXPECT_TRUE(mails("2026-01-14T06:00:00+01:00").empty()) << "too early";
  const std::string subject = "1 signaal wacht op een moderator in Rozenbuurt";
  EXPECT_EQ(mails("2026-01-14T09:00:00+01:00"), std::vector{subject});
  EXPECT_EQ(mails("2026-01-14T15:00:00+01:00").size(), 1U) << "once a day";
  EXPECT_EQ(mails("2026-01-17T09:00:00+01:00").size(), 1U) << "not on Saturday";
  EXPECT_EQ(mails("2026-01-19T09:00:00+01:00").size(), 2U);
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/doorlaten", {}).status, 303);
  EXPECT_EQ(mails("2026-01-20T09:00:00+01:00").size(), 2U);
}

TEST_F(Doors, what_was_let_through_late_has_a_new_date) {
  tell("Koop nu http://a.nl http://b.nl http://c.nl");
  here.database().write([](db::Transaction& tx) {
    tx.execute("UPDATE item SET next_date = '2026-01-12' WHERE id = 1");
    ASSERT_TRUE(let_through(tx, parse_instant("2026-01-20T09:00:00+01:00").value(), identity::system_actor(),
                            ItemId{1}));
  });
  EXPECT_EQ(here.item(ItemId{1}).next_date, parse_date("2026-02-03")) << "ten working days";
}

TEST_F(Doors, what_a_moderator_removes_can_be_put_back) {
  tell("Koop nu http://a.nl http://b.nl http://c.nl");
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/weghalen", {}).status, 422);
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/weghalen", {{"reason_1", "Reclame"}}).status, 303);
  EXPECT_FALSE(here.item(ItemId{1}).is_open);
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/eerst-bekijken").content(), HasSubstr("Zet terug"));
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/terugzetten", {}).status, 303);
  EXPECT_TRUE(here.item(ItemId{1}).is_open);
  EXPECT_EQ(browser.get("/rozenbuurt/signalen/1").status, 404);
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/doorlaten", {}).status, 303);
}

TEST_F(Doors, a_hidden_field_that_was_filled_in_holds_and_throws_nothing_away) {
  tell("De lamp is stuk", {{"neighbours", "no"}, {"reach", "none"}, {"website", "https://reclame.invalid"}});
  EXPECT_EQ(signals(), 1);
  EXPECT_EQ(here.item(ItemId{1}).visibility, items::Visibility::confidential);
}

TEST_F(Doors, what_was_told_in_confidence_stays_so_when_it_is_let_through) {
  tell("De lamp is stuk",
       {{"neighbours", "no"}, {"reach", "none"}, {"confidential", "yes"}, {"website", "https://x.invalid"}});
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/doorlaten", {}).status, 303);
  EXPECT_EQ(here.item(ItemId{1}).visibility, items::Visibility::confidential);
  EXPECT_EQ(browser.get("/rozenbuurt/signalen/1").status, 404);
}

TEST_F(Doors, what_was_told_in_confidence_is_on_no_list_and_only_named_roles_read_and_decide_it) {
  tell("De buurman dealt bij de garages",
       {{"neighbours", "no"}, {"reach", "none"}, {"confidential", "yes"}, {"website", "https://x.invalid"}});
  const std::string list = "/rozenbuurt/signalen/eerst-bekijken";
  auto moderator_actor = here.coordinator();
  moderator_actor.grants.front().role = "moderator";
  Browser moderator(here);
  moderator.sign_in(moderator_actor);
  const auto seen = moderator.get(list).content();
  EXPECT_THAT(seen, Not(HasSubstr("dealt")));
  EXPECT_THAT(seen, HasSubstr("Dit is in vertrouwen verteld."));
  EXPECT_THAT(seen, Not(HasSubstr("Laat door")));
  EXPECT_EQ(moderator.post("/rozenbuurt/signalen/1/doorlaten", {}).status, 404);
  EXPECT_EQ(moderator.post("/rozenbuurt/signalen/1/weghalen", {{"reason_1", "Reclame"}}).status, 404);

  EXPECT_THAT(coordinator.get(list).content(), Not(HasSubstr("dealt")));
  const auto looks = [&] {
    return here.database().read([](db::Transaction& tx) {
      return tx.find("SELECT COUNT(*) FROM signal_reporter_look WHERE item = 1")->get<std::int64_t>(0);
    });
  };
  EXPECT_EQ(looks(), 0);
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/1").content(), HasSubstr("dealt"));
  EXPECT_EQ(looks(), 1);
  EXPECT_THAT(coordinator.get(list).content(), HasSubstr("href=\"/rozenland/rozenbuurt/signalen/1\""));
  EXPECT_EQ(coordinator.post("/rozenbuurt/signalen/1/doorlaten", {}).status, 303);
}

TEST_F(Doors, what_is_held_turns_its_pages) {
  for (int i = 0; i <= held_most; ++i)
    here.report(
        {.kind = Kind::problem, .text = "Reclame " + std::to_string(i) + ".", .suspicion = Suspicion::links});
  const std::string page = "/rozenbuurt/signalen/eerst-bekijken";
  const auto first = coordinator.get(page).content();
  EXPECT_THAT(first, HasSubstr("Reclame " + std::to_string(held_most - 1) + "."));
  EXPECT_THAT(first, Not(HasSubstr("Reclame " + std::to_string(held_most) + ".")));
  EXPECT_THAT(first, HasSubstr("?na=20&amp;weg_na=0"));
  const auto second = coordinator.get(page + "?na=20&weg_na=0").content();
  EXPECT_THAT(second, HasSubstr("Reclame " + std::to_string(held_most) + "."));
  EXPECT_THAT(second, Not(HasSubstr("?na=")));
}

// --- by another door ---

class ToldElsewhere : public Doors {
 protected:
  Result<Told, Refused> tell_it(const std::string& channel, const std::string& text, const Actor& actor) {
    auto call = web::job_call(here.service(), i18n::Language::nl, here.now());
    call.actor = actor;
    return here.database().write([&](db::Transaction& tx) {
      return signals::tell(call, tx, here.area(), {.channel = channel, .text = text});
    });
  }
  static constexpr const char* advert = "Koop nu http://a.invalid http://b.invalid http://c.invalid";
};

TEST_F(ToldElsewhere, a_worry_about_a_person_is_kept_nowhere_and_the_answer_says_whom_to_call) {
  for (const auto* channel : {"open311", "mail", "inspection_walk", "counter"}) {
    const auto told = tell_it(channel, "Kanariegeel: een verwarde man", here.coordinator());
    ASSERT_FALSE(told.has_value()) << channel;
    EXPECT_EQ(told.error().field, "text");
    const auto sentence =
        here.service().words.text(i18n::Language::nl, told.error().word_key, told.error().arguments);
    EXPECT_THAT(sentence, HasSubstr("Bel bij gevaar 112."));
    EXPECT_THAT(sentence, HasSubstr("Bel Veilig Thuis: 0800-2000."));
    // Nobody set a number of the social team.
    EXPECT_THAT(sentence, Not(HasSubstr("sociaal team")));
  }
  EXPECT_THAT(places_of("anariegeel"), IsEmpty());
}

TEST_F(ToldElsewhere, advertising_is_held_unless_somebody_brings_it_in_for_their_work) {
  const auto visibility = [&](const Result<Told, Refused>& told) {
    return here.item(told.value().item).visibility;
  };
  EXPECT_EQ(visibility(tell_it("open311", advert, identity::visitor())), items::Visibility::confidential);
  EXPECT_EQ(visibility(tell_it("mail", advert, identity::visitor())), items::Visibility::confidential);
  EXPECT_EQ(visibility(tell_it("inspection_walk", advert, identity::visitor())), items::Visibility::everyone);
  EXPECT_EQ(visibility(tell_it("mail", advert, here.coordinator())), items::Visibility::everyone);
}

TEST_F(ToldElsewhere, the_page_says_by_which_door_it_came_in) {
  const std::pair<const char*, const char*> doors[] = {{"mail", "Verteld per mail"},
                                                       {"open311", "Verteld in een ander systeem"},
                                                       {"inspection_walk", "Gezien tijdens een wijkschouw"},
                                                       {"counter", "Verteld aan de balie"},
                                                       {"web", "Verteld door een bewoner"}};
  for (const auto& [channel, said] : doors) {
    const auto told = tell_it(channel, "De lamp is stuk", identity::visitor());
    const auto page = browser.get("/rozenbuurt/signalen/" + std::to_string(raw(told.value().item)));
    EXPECT_THAT(page.content(), HasSubstr(said)) << channel;
  }
}

// --- the same again ---

TEST_F(Doors, the_same_report_of_the_same_browser_within_minutes_is_one_signal_with_a_sentence) {
  tell("De lamp is stuk");
  here.later(std::chrono::minutes(3));
  const auto again = tell("De lamp is stuk");
  EXPECT_EQ(signals(), 1);
  EXPECT_THAT(again.content(), HasSubstr("Dit hebt u net verstuurd"));
  here.later(std::chrono::minutes(20));
  tell("De lamp is stuk");
  EXPECT_EQ(signals(), 2);
}

TEST_F(Doors, who_comes_back_to_the_last_screen_because_the_answer_was_lost_is_led_to_the_receipt) {
  tell("De lamp is stuk");
  const auto back = browser.get(how);
  EXPECT_EQ(back.status, 303);
  EXPECT_EQ(back.header("Location"), "/rozenland/rozenbuurt/signalen/nieuw/klaar");
  EXPECT_EQ(signals(), 1);
}

TEST_F(Doors, the_same_report_of_another_browser_is_another_signal) {
  tell("De lamp is stuk");
  Browser other(here);
  other.post(what, {{"kind", "problem"}, {"text", "De lamp is stuk"}});
  other.post(what + "/waar", {});
  other.post(how, {{"neighbours", "no"}, {"reach", "none"}});
  EXPECT_EQ(signals(), 2);
}

TEST_F(Doors, templates_draw_their_examples) {
  const auto& templates = here.service().templates;
  const auto example = [](std::string_view name) { return html::find_example(name).value(); };
  const auto draw = [&](std::string_view name, const auto& view) {
    return templates.render(i18n::Language::nl, name, view).markup();
  };
  EXPECT_THAT(draw("signals/door_notice", html::load_example<DoorNoticeView>(example("signals/door_notice"))),
              HasSubstr("officiële brief"));
  EXPECT_THAT(draw("signals/worry", html::load_example<WorryView>(example("signals/worry"))),
              HasSubstr("112"));
  EXPECT_THAT(
      draw("signals/forward_form", html::load_example<ForwardFormView>(example("signals/forward_form"))),
      HasSubstr("datum van ontvangst"));
  EXPECT_THAT(draw("signals/door_words", html::load_example<DoorWordsView>(example("signals/door_words"))),
              HasSubstr("woo verzoek"));
  EXPECT_THAT(draw("signals/work_link", html::load_example<WorkLinkView>(example("signals/work_link"))),
              HasSubstr("andere deur"));
  EXPECT_THAT(draw("signals/held", html::load_example<HeldView>(example("signals/held"))),
              HasSubstr("zonnepanelen"));
}

}  // namespace
}  // namespace wijktafel::signals
