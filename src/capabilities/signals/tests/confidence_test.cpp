// Confidential signals: who sees them, who looked, and what is left after a referral.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/signals/actions/arrange_signal.hpp"
#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/actions/mark_duplicate.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/actions/set_confidential.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/confidence_views.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/db/tables.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

const std::string list = "/rozenbuurt/signalen";

identity::Actor with_role(const std::string& role, const std::string& area) {
  identity::Actor actor;
  actor.person = PersonId{91};
  actor.grants.push_back({role, area, std::nullopt});
  return actor;
}

class ConfidentialSignals : public ::testing::Test {
 protected:
  ConfidentialSignals() {
    auto sanne = here.coordinator();
    sanne.person = here.coordinator_person();
    coordinator.sign_in(sanne);
    administrator.sign_in(with_role("administrator", ""));
    member.sign_in(here.member());
  }
  std::string page_of(ItemId id) { return list + "/" + std::to_string(raw(id)); }
  ItemId told() {
    return here.report(ReportSignal{.kind = Kind::problem,
                                    .text = "Jongeren schelden bij de garages",
                                    .holder = here.municipality(),
                                    .reporter = ReporterContact{.reach = Reach::mail,
                                                                .address = "kanarie@voorbeeld.invalid",
                                                                .name = "Cor Waterkamp",
                                                                .follow_token = "geheim"}});
  }
  http::Response make(ItemId id, const std::string& wanted, const std::string& reason) {
    return coordinator.post(page_of(id) + "/vertrouwelijk",
                            {{"confidential", wanted}, {"confidential_reason", reason}});
  }
  std::int64_t open_count() {
    return here.database().read([](db::Transaction& tx) {
      return items::count(tx, testing::rozenbuurt, item_kind, items::Domain{}, true);
    });
  }
  Neighbourhood here;
  Browser visitor{here};
  Browser coordinator{here};
  Browser administrator{here};
  Browser member{here};
};

TEST_F(ConfidentialSignals, are_not_named_on_the_page_of_what_was_the_same) {
  const auto first = told();
  const auto second = here.report("Hetzelfde");
  here.database().write([&](db::Transaction& tx) {
    EXPECT_TRUE(mark_duplicate(tx, here.now(), identity::system_actor(), second, raw(first), {}));
  });
  EXPECT_THAT(visitor.get(page_of(second)).body, HasSubstr(page_of(first) + "\""));
  EXPECT_EQ(make(first, "yes", "Er worden mensen genoemd.").status, 303);
  EXPECT_THAT(visitor.get(page_of(second)).body, Not(HasSubstr(page_of(first) + "\"")));
  EXPECT_THAT(coordinator.get(page_of(second)).body, HasSubstr(page_of(first) + "\""));
}

TEST_F(ConfidentialSignals, are_seen_by_named_roles_only_and_counted_nowhere) {
  const auto id = told();
  ASSERT_EQ(open_count(), 1);
  ASSERT_EQ(make(id, "yes", "Gaat over herkenbare jongeren.").status, 303);
  EXPECT_EQ(open_count(), 0);
  Browser confidant(here);
  confidant.sign_in(with_role("confidant", testing::rozenbuurt));
  EXPECT_EQ(confidant.get(page_of(id)).status, 200);
  Browser confidant_elsewhere(here);
  confidant_elsewhere.sign_in(with_role("confidant", testing::tulpenbuurt));
  for (auto* other : {&visitor, &administrator, &member, &confidant_elsewhere}) {
    EXPECT_EQ(other->get(page_of(id)).status, 404);
    for (const auto& page : {list, std::string("/signalen"), list + "?stand=open"})
      EXPECT_THAT(other->get(page).content(), Not(HasSubstr("garages")));
  }
  EXPECT_THAT(visitor.get(list).content(), HasSubstr("Er staan geen signalen open."));
  const auto seen = coordinator.get(page_of(id)).content();
  EXPECT_THAT(seen, HasSubstr("Dit signaal is vertrouwelijk."));
  EXPECT_THAT(seen, HasSubstr("Gaat over herkenbare jongeren."));
}

TEST_F(ConfidentialSignals, are_followed_by_who_told_it_without_the_reason) {
  const auto id = told();
  ASSERT_EQ(make(id, "yes", "Gaat over herkenbare jongeren.").status, 303);
  const auto page = visitor.get("/volg/geheim").content();
  EXPECT_THAT(page, HasSubstr("Vertrouwelijk gemaakt door de wijkregisseur."));
  EXPECT_THAT(page, Not(HasSubstr("herkenbare")));
}

TEST_F(ConfidentialSignals, become_public_again_with_a_reason_that_nobody_else_reads) {
  const auto id = told();
  EXPECT_EQ(make(id, "yes", "").status, 422);
  ASSERT_EQ(make(id, "yes", "Eerste reden").status, 303);
  ASSERT_EQ(make(id, "no", "Het gaat over niemand").status, 303);
  EXPECT_EQ(open_count(), 1);
  const auto page = visitor.get(page_of(id));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), Not(HasSubstr("Eerste reden")));
  EXPECT_THAT(page.content(), Not(HasSubstr("niemand")));
  EXPECT_EQ(member.post(page_of(id) + "/vertrouwelijk", {{"confidential", "yes"}}).status, 403);
}

TEST_F(ConfidentialSignals, of_a_theme_that_is_never_public_stay_so) {
  here.database().write([](db::Transaction& tx) {
    themes::Theme theme;
    theme.key = "overlast";
    theme.name = "Overlast door mensen";
    theme.is_confidential = true;
    themes::save_theme(tx, theme);
  });
  const auto id =
      here.report(ReportSignal{.kind = Kind::problem, .text = "Ruzie op straat", .theme = "overlast"});
  EXPECT_EQ(visitor.get(page_of(id)).status, 404);
  EXPECT_EQ(open_count(), 0);
  EXPECT_EQ(make(id, "no", "Mag wel").status, 409);
  EXPECT_EQ(visitor.get(page_of(id)).status, 404);
}

TEST_F(ConfidentialSignals, stay_so_when_a_moderator_lets_them_through) {
  const auto id = here.report(ReportSignal{.kind = Kind::problem,
                                           .text = "Ruzie bij de garages",
                                           .is_confidential = true,
                                           .suspicion = Suspicion::links});
  ASSERT_EQ(coordinator.post(page_of(id) + "/doorlaten", {}).status, 303);
  EXPECT_EQ(here.item(id).visibility, items::Visibility::confidential);
  EXPECT_EQ(visitor.get(page_of(id)).status, 404);
}

TEST_F(ConfidentialSignals, become_so_with_a_theme_that_is_never_public) {
  here.database().write([](db::Transaction& tx) {
    themes::Theme theme;
    theme.key = "overlast";
    theme.name = "Overlast door mensen";
    theme.is_confidential = true;
    themes::save_theme(tx, theme);
  });
  const auto arranged = told();
  const auto assigned = here.report("Ruzie bij de garages");
  here.database().write([&](db::Transaction& tx) {
    arrange_signal(tx, here.now(), here.coordinator(), arranged, {.theme = "overlast"}).value();
    assign_signal(tx, here.now(), here.coordinator(), assigned, {.title = "Ruzie", .theme = "overlast"})
        .value();
  });
  for (const auto id : {arranged, assigned}) {
    EXPECT_EQ(here.item(id).visibility, items::Visibility::confidential);
    EXPECT_EQ(visitor.get(page_of(id)).status, 404);
  }
  EXPECT_TRUE(here.database().read(
      [](db::Transaction& tx) { return tx.query("SELECT item FROM signal_likeness").size() == 0; }));
}

TEST_F(ConfidentialSignals, write_down_each_look_for_the_administrator_and_nothing_of_what_was_seen) {
  const auto id = told();
  coordinator.get(page_of(id));
  EXPECT_THAT(administrator.get("/beheer/inzage").content(), HasSubstr("Niemand heeft iets bekeken."));
  ASSERT_EQ(make(id, "yes", "Gaat over herkenbare jongeren.").status, 303);
  coordinator.get(page_of(id));
  coordinator.get(page_of(id));
  coordinator.post(page_of(id) + "/melder", {});
  visitor.get("/volg/geheim");
  const auto looks = administrator.get("/beheer/inzage").content();
  EXPECT_THAT(looks, HasSubstr("Sanne Boskamp"));
  EXPECT_THAT(looks, HasSubstr("Signaal " + std::to_string(raw(id)) + ", Rozenbuurt"));
  EXPECT_THAT(looks, HasSubstr("hoe de melder te bereiken is"));
  for (const auto* content : {"garages", "herkenbare", "kanarie", "Waterkamp"})
    EXPECT_THAT(looks, Not(HasSubstr(content)));
  const auto rows = here.database().read(
      [](db::Transaction& tx) { return tx.query("SELECT what FROM signal_reporter_look ORDER BY id"); });
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].get<std::string>(0), "page");
  EXPECT_EQ(rows[2].get<std::string>(0), "reporter");
  EXPECT_EQ(coordinator.get("/beheer/inzage").status, 403);
}

TEST_F(ConfidentialSignals, looks_come_by_twenty_and_of_one_signal_when_asked) {
  const auto id = told();
  const auto other = here.report("Nog iets");
  here.database().write([&](db::Transaction& tx) {
    set_confidential(tx, here.now(), here.coordinator(), id, {.reason = "x"}).value();
    set_confidential(tx, here.now(), here.coordinator(), other, {.reason = "x"}).value();
    log_look(tx, here.now(), here.coordinator(), other, "page");
    for (int i = 0; i < 21; ++i) log_look(tx, here.now(), here.coordinator(), id, "page");
  });
  const auto first = administrator.get("/beheer/inzage").content();
  EXPECT_THAT(first, HasSubstr("/rozenland/beheer/inzage?voor=3"));
  EXPECT_THAT(first, Not(HasSubstr("Signaal " + std::to_string(raw(other)) + ",")));
  EXPECT_THAT(administrator.get("/beheer/inzage?voor=3").content(),
              HasSubstr("Signaal " + std::to_string(raw(other)) + ","));
  EXPECT_THAT(administrator.get("/beheer/inzage?nummer=" + std::to_string(raw(other))).content(),
              Not(HasSubstr("Signaal " + std::to_string(raw(id)) + ",")));
}

TEST_F(ConfidentialSignals, show_their_photos_to_nobody_else_and_no_cache_keeps_them) {
  coordinator.post(list + "/nieuw", {{"kind", "problem"}, {"text", "Ruzie"}}, {testing::a_photo()});
  coordinator.post(list + "/nieuw/hoe", {{"neighbours", "no"}, {"reach", "none"}});
  const auto id = ItemId{1};
  here.database().write([&](db::Transaction& tx) { items::show_photos(tx, id); });
  EXPECT_EQ(visitor.get(page_of(id) + "/foto/1").header("Cache-Control"), "public, max-age=300");
  ASSERT_EQ(make(id, "yes", "x").status, 303);
  EXPECT_EQ(visitor.get(page_of(id) + "/foto/1").status, 404);
  const auto photo = coordinator.get(page_of(id) + "/foto/1");
  EXPECT_EQ(photo.status, 200);
  EXPECT_EQ(photo.header("Cache-Control"), "private, no-store");
  EXPECT_THAT(administrator.get("/beheer/inzage").content(), HasSubstr("een foto"));
}

TEST_F(ConfidentialSignals, their_templates_have_examples) {
  const auto words = i18n::Words::embedded();
  const html::Templates templates(words);
  const auto draw = [&]<class View>(std::string_view name, const View*) {
    return templates
        .render(i18n::Language::nl, name, html::load_example<View>(html::find_example(name).value()))
        .markup();
  };
  EXPECT_THAT(draw("signals/confidential_form", static_cast<ConfidentialForm*>(nullptr)),
              HasSubstr("Maak vertrouwelijk"));
  EXPECT_THAT(draw("signals/looks", static_cast<LooksView*>(nullptr)), HasSubstr("Sanne Boskamp"));
  EXPECT_THAT(draw("signals/looks_link", static_cast<LooksLink*>(nullptr)), HasSubstr("/beheer/inzage"));
}

// --- what a referral leaves, in every table and every file ---

using Referral = db::testing::OnBothEngines;
WIJKTAFEL_ON_BOTH_ENGINES(Referral);

std::vector<std::string> places_of(db::Transaction& tx, std::string_view canary) {
  std::vector<std::string> found;
  for (const auto& table : db::tables(tx))
    db::for_each_row(tx, table, [&](const db::Values& values) {
      for (std::size_t i = 0; i < values.size(); ++i)
        if (const auto* text = std::get_if<std::string>(&values[i]);
            text && text->find(canary) != std::string::npos)
          found.push_back(table.name + "." + table.columns[i].name);
    });
  return found;
}

TEST_P(Referral, leaves_no_word_in_any_column_and_no_file) {
  Neighbourhood here(GetParam());
  Browser visitor(here);
  Browser coordinator(here);
  coordinator.sign_in(here.coordinator());
  visitor.post(list + "/nieuw", {{"kind", "problem"}, {"text", "kanarie een"}, {"chance", "kanarie twee"}},
               {testing::a_photo()});
  visitor.post(list + "/nieuw/waar", {{"place_words", "kanarie drie"}});
  const auto receipt = visitor.post_and_follow(
      list + "/nieuw/hoe",
      {{"neighbours", "yes"}, {"reach", "mail"}, {"mail_address", "cor@voorbeeld.invalid"}});
  const auto token = testing::follow_token_on(receipt.content());
  auto photo = testing::a_photo();
  photo.field = "update_photos";
  ASSERT_EQ(visitor.post("/volg/" + token + "/aanvulling", {{"update", "kanarie vier"}}, {photo}).status,
            303);
  const auto page = list + "/1";
  coordinator.post(page + "/antwoord", {{"answer", "kanarie vijf"}, {"outcome", "thanked"}});
  coordinator.post(page + "/antwoord",
                   {{"answer", "kanarie vijf"}, {"outcome", "in_progress"}, {"next_date", "2026-01-20"}});
  coordinator.post(page + "/toewijzen", {{"title", "kanarie zes"}, {"assign_date", "2026-01-21"}});
  coordinator.post(page + "/vertrouwelijk",
                   {{"confidential", "yes"}, {"confidential_reason", "kanarie zeven"}});
  here.database().write([&](db::Transaction& tx) {
    ASSERT_FALSE(places_of(tx, "kanarie").empty());
    ASSERT_EQ(items::photos_of(tx, ItemId{1}).size(), 2U);
  });
  ASSERT_EQ(coordinator.post(page + "/doorverwijzen", {{"care", "social_team"}}).status, 303);
  here.database().read([&](db::Transaction& tx) {
    EXPECT_THAT(places_of(tx, "kanarie"), ::testing::IsEmpty());
    EXPECT_TRUE(items::verify(tx).empty());
  });
  for (const auto& file : std::filesystem::recursive_directory_iterator(here.files().folder()))
    EXPECT_FALSE(file.is_regular_file()) << file.path();
}

}  // namespace
}  // namespace wijktafel::signals
