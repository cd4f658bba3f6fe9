// Themes, their rules per area and day, and the themes that come with the program: on both databases.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <set>

#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/actions/import_areas.hpp"
#include "capabilities/themes/actions/change_themes.hpp"
#include "capabilities/themes/actions/import_themes.hpp"
#include "capabilities/themes/model.hpp"
#include "capabilities/themes/store.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/embedded/embedded.hpp"

namespace wijktafel::themes {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Instant noon = parse_instant("2026-01-12T12:00:00+01:00").value();
const std::vector<std::string> lineage{"BU00010101", "WK000101", "GM0001"};

Date day(const char* text) { return parse_date(text).value(); }

Theme lighting() {
  Theme theme;
  theme.name = "Verlichting";
  theme.domains = 2;
  return theme;
}

class Themes : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    std::vector<db::Migration> all;
    for (const auto& [level, name] : {std::pair{0, "places"}, {0, "organisations"}, {1, "themes"}})
      for (auto& one :
           db::embedded_migrations(level, std::string("capabilities/") + name + "/migrations", name))
        all.push_back(std::move(one));
    database_ = fresh(std::move(all));
    database_->write([](db::Transaction& tx) {
      const auto imported = places::import_areas(
          tx,
          {.municipality_code = "GM0001",
           .municipality_name = "Rozenland",
           .vintage = 2022,
           .source = "verzonnen",
           .geojson =
               R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"BU00010101",)"
               R"("statnaam":"Rozenbuurt","wkNaam":"Wijk 01 Zuid"},"geometry":{"type":"Polygon","coordinates":)"
               R"([[[4.50,52.00],[4.51,52.00],[4.51,52.01],[4.50,52.01],[4.50,52.00]]]}}]})"});
      ASSERT_TRUE(imported.has_value());
      add_theme(tx, lighting());
    });
  }
  auto read(auto work) { return database_->read(work); }
  auto write(auto work) { return database_->write(work); }
  auto rule(const char* area, std::optional<int> days, const char* from,
            std::optional<OrganisationId> holder = std::nullopt,
            std::optional<std::int64_t> team = std::nullopt) {
    return write([&](db::Transaction& tx) {
      return set_rule(tx, noon, std::nullopt,
                      {.theme = "verlichting",
                       .area = area,
                       .term_days = days,
                       .holder = holder,
                       .team = team,
                       .valid_from = day(from)});
    });
  }
  Rule on(const char* date) {
    return read([&](db::Transaction& tx) { return rule_for(tx, "verlichting", lineage, day(date)); });
  }

  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(Themes);

TEST_P(Themes, WithoutARuleTheGeneralTermHolds) {
  EXPECT_FALSE(on("2026-01-12").term_days);
  EXPECT_EQ(on("2026-01-12").term_from, "");
}

TEST_P(Themes, TheRuleOfTheNearestAreaCountsFromItsDayOn) {
  ASSERT_TRUE(rule("GM0001", 10, "2026-01-12"));
  ASSERT_TRUE(rule("BU00010101", 3, "2026-02-01"));
  EXPECT_EQ(on("2026-01-11").term_days, std::nullopt);
  EXPECT_EQ(on("2026-01-31").term_days, 10);
  EXPECT_EQ(on("2026-01-31").term_from, "GM0001");
  EXPECT_EQ(on("2026-02-01").term_days, 3);
  EXPECT_EQ(on("2026-02-01").term_from, "BU00010101");
}

TEST_P(Themes, AnAreaMayStopSayingSomethingAndThenWhatLiesAboveItHoldsAgain) {
  ASSERT_TRUE(rule("GM0001", 10, "2026-01-12"));
  ASSERT_TRUE(rule("BU00010101", 3, "2026-02-01"));
  ASSERT_TRUE(rule("BU00010101", std::nullopt, "2026-03-01"));
  EXPECT_EQ(on("2026-02-28").term_days, 3);
  EXPECT_EQ(on("2026-03-01").term_days, 10);
}

TEST_P(Themes, ARuleIsRefusedForThePastAndForWhatDoesNotExist) {
  EXPECT_TRUE(std::holds_alternative<BeginsInThePast>(rule("GM0001", 5, "2026-01-11").error()));
  EXPECT_TRUE(std::holds_alternative<NoSuchArea>(rule("BU99999999", 5, "2026-01-12").error()));
  EXPECT_TRUE(
      std::holds_alternative<NoSuchHolder>(rule("GM0001", 5, "2026-01-12", OrganisationId{99}).error()));
  const auto organisation = write([](db::Transaction& tx) {
    return organisations::create_organisation(tx, "municipality", "Gemeente Rozenland", "gemeente");
  });
  EXPECT_TRUE(rule("GM0001", 5, "2026-01-12", organisation).has_value());
  EXPECT_TRUE(std::holds_alternative<NoSuchHolder>(rule("GM0001", 5, "2026-01-12", organisation, 7).error()));
}

TEST_P(Themes, ANameIsUsedOnce) {
  const auto again = write([](db::Transaction& tx) { return add_theme(tx, lighting()); });
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().name, "Verlichting");
}

TEST_P(Themes, WhatHasEndedIsNotOfferedAndKeepsItsName) {
  write([](db::Transaction& tx) {
    auto theme = find_theme(tx, "verlichting").value();
    theme.is_active = false;
    EXPECT_TRUE(change_theme(tx, theme));
  });
  read([](db::Transaction& tx) {
    EXPECT_THAT(list_themes(tx), IsEmpty());
    EXPECT_EQ(name_of(tx, "verlichting", i18n::Language::nl), "Verlichting");
  });
}

TEST_P(Themes, TheProgramsOwnAreTakenOverOnceAndLeaveWhatIsThereAsItIs) {
  ASSERT_TRUE(rule("GM0001", 7, "2026-01-12"));
  const auto missing = read(missing_from_catalogue);
  EXPECT_GE(missing, 29);
  EXPECT_EQ(write([](db::Transaction& tx) { return adopt_catalogue(tx, noon); }), missing);
  EXPECT_EQ(read(missing_from_catalogue), 0);
  EXPECT_EQ(write([](db::Transaction& tx) { return adopt_catalogue(tx, noon); }), 0);
  EXPECT_EQ(on("2026-01-12").term_days, 7);
  read([](db::Transaction& tx) {
    EXPECT_FALSE(find_theme(tx, "verlichting")->is_duty_of_care) << "as the administrator left it";
    EXPECT_EQ(rule_for(tx, "schoon", lineage, day("2026-01-12")).term_from, "GM0001");
  });
}

TEST(Catalogue, HasThemesOfEveryDomainInBothLanguagesWithTermsAndTheKeysThatStoriesUse) {
  const auto parsed = boost::json::parse(embedded::find("capabilities/themes/data/catalogue.json").value());
  std::set<std::string> keys;
  unsigned seen = 0;
  for (const auto& entry : parsed.at("themes").as_array()) {
    const auto& theme = entry.as_object();
    const std::string key(theme.at("key").as_string());
    EXPECT_TRUE(keys.insert(key).second) << key;
    for (const auto* member : {"name", "name_en", "description", "description_en", "group"})
      EXPECT_FALSE(theme.at(member).as_string().empty()) << key << " " << member;
    EXPECT_FALSE(theme.at("keywords").as_array().empty()) << key;
    const auto days = theme.at("term_days").as_int64();
    EXPECT_TRUE(days >= 1 && days <= 20) << key;
    std::vector<std::string> words;
    for (const auto& domain : theme.at("domains").as_array()) words.emplace_back(domain.as_string());
    EXPECT_NE(domains_of(words), 0U) << key;
    seen |= domains_of(words);
  }
  EXPECT_EQ(seen, 7U);
  EXPECT_GE(keys.size(), 30U);
  for (const auto* key : {"groen", "verkeer", "economie", "schoon", "jongeren", "klimaat", "kans"})
    EXPECT_TRUE(keys.contains(key)) << key;
}

TEST(Keywords, AreTypedWithCommasOrOnLinesAndKeptOnce) {
  EXPECT_THAT(keywords_of("Lamp, lantaarn\n lamp ;donker,,"), ElementsAre("lamp", "lantaarn", "donker"));
  EXPECT_EQ(typed_keywords({"lamp", "donker"}), "lamp, donker");
  EXPECT_THAT(keywords_of(""), IsEmpty());
}

}  // namespace
}  // namespace wijktafel::themes
