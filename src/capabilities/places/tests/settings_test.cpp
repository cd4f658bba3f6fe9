#include "capabilities/places/reads/settings.hpp"

#include <gmock/gmock.h>

#include "capabilities/places/actions/set_setting.hpp"
#include "capabilities/places/tests/places_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::places {
namespace {

const std::vector<web::Setting> declared = {{"signals.answer_days", web::Setting::Type::whole_number, "5"},
                                            {"signals.anonymous", web::Setting::Type::yes_no, "yes"},
                                            {"tables.name", web::Setting::Type::text, "Wijktafel"}};
const web::Setting& answer_days = declared[0];

Date day(std::string_view text) { return *parse_date(text); }

class SettingsTest : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) database_ = with_lansingerland(GetParam());
  }
  Result<std::monostate, SetSettingRefusal> set(const std::string& area, const std::string& name,
                                                const std::string& value, std::string_view from,
                                                const identity::Actor& actor = identity::visitor()) {
    return database_->write([&](db::Transaction& tx) {
      return set_setting(tx, clock_, actor, declared,
                         {.area = area, .name = name, .value = value, .valid_from = day(from)});
    });
  }
  std::int64_t days(const std::string& area, std::string_view on) {
    return database_->read([&](db::Transaction& tx) { return whole_number(tx, area, answer_days, day(on)); });
  }

  std::unique_ptr<db::Database> database_;
  FixedClock clock_{*parse_instant("2026-11-22T12:00:00Z")};
};
WIJKTAFEL_ON_BOTH_ENGINES(SettingsTest);

TEST_P(SettingsTest, WhatNobodySetIsAsDeclared) {
  EXPECT_EQ(days("BU16212131", "2026-11-22"), 5);
  database_->read([](db::Transaction& tx) {
    EXPECT_TRUE(yes_no(tx, "BU16212131", declared[1], day("2026-11-22")));
    EXPECT_EQ(text_setting(tx, "BU16212131", declared[2], day("2026-11-22")), "Wijktafel");
  });
}

TEST_P(SettingsTest, AnAreaInheritsFromItsDistrictAndThatFromTheMunicipality) {
  ASSERT_TRUE(set("GM1621", "signals.answer_days", "10", "2026-11-22"));
  EXPECT_EQ(days("BU16212131", "2026-11-22"), 10);
  ASSERT_TRUE(set("WK162121", "signals.answer_days", "7", "2026-11-22"));
  EXPECT_EQ(days("BU16212131", "2026-11-22"), 7);
  EXPECT_EQ(days("BU16213141", "2026-11-22"), 10);
  ASSERT_TRUE(set("BU16212131", "signals.answer_days", "3", "2026-11-22"));
  EXPECT_EQ(days("BU16212131", "2026-11-22"), 3);
  EXPECT_EQ(days("WK162121", "2026-11-22"), 7);
}

TEST_P(SettingsTest, SaysOfEachValueWhichAreaSetIt) {
  ASSERT_TRUE(set("GM1621", "signals.answer_days", "10", "2026-11-22"));
  ASSERT_TRUE(set("BU16212131", "signals.anonymous", "no", "2026-11-22"));
  const auto standing = database_->read(
      [](db::Transaction& tx) { return standing_settings(tx, declared, "BU16212131", day("2026-11-22")); });
  ASSERT_EQ(standing.size(), 3U);
  EXPECT_EQ(standing[0].value, "10");
  EXPECT_EQ(standing[0].from, "Lansingerland");
  EXPECT_EQ(standing[1].value, "no");
  EXPECT_FALSE(standing[1].from.empty());
  EXPECT_EQ(standing[2].value, "Wijktafel");
  EXPECT_EQ(standing[2].from, "");
}

TEST_P(SettingsTest, AValueHoldsFromItsDateAndTheOldOneStaysBeforeIt) {
  ASSERT_TRUE(set("GM1621", "signals.answer_days", "10", "2026-11-22"));
  ASSERT_TRUE(set("GM1621", "signals.answer_days", "4", "2027-01-01"));
  EXPECT_EQ(days("GM1621", "2026-11-21"), 5);
  EXPECT_EQ(days("GM1621", "2026-12-31"), 10);
  EXPECT_EQ(days("GM1621", "2027-01-01"), 4);
  // Corrected for the same date: the last one counts.
  ASSERT_TRUE(set("GM1621", "signals.answer_days", "6", "2027-01-01"));
  EXPECT_EQ(days("GM1621", "2027-06-01"), 6);
}

TEST_P(SettingsTest, TheVersionOfEverythingInsideRises) {
  const auto version = [&](const char* area) { return database_->version(area); };
  const auto neighbourhood = version("BU16212131");
  const auto elsewhere = version("BU16213141");
  ASSERT_TRUE(set("WK162121", "signals.answer_days", "7", "2026-11-22"));
  EXPECT_GT(version("BU16212131"), neighbourhood);
  EXPECT_EQ(version("BU16213141"), elsewhere);
}

TEST_P(SettingsTest, WhatDoesNotFitIsRefusedAndSaysWhy) {
  EXPECT_TRUE(
      std::holds_alternative<UnknownSetting>(set("GM1621", "signals.colour", "groen", "2026-12-01").error()));
  EXPECT_TRUE(std::holds_alternative<ValueDoesNotFit>(
      set("GM1621", "signals.answer_days", "snel", "2026-12-01").error()));
  EXPECT_TRUE(std::holds_alternative<UnknownArea>(
      set("BU99999999", "signals.answer_days", "7", "2026-12-01").error()));
  EXPECT_TRUE(std::holds_alternative<StartsInThePast>(
      set("GM1621", "signals.answer_days", "7", "2026-11-21").error()));
  EXPECT_EQ(days("GM1621", "2027-01-01"), 5);
}

TEST_P(SettingsTest, OnlyAnImportSaysWhatHeldBefore) {
  ASSERT_TRUE(set("GM1621", "signals.answer_days", "8", "2020-01-01", identity::system_actor()));
  EXPECT_EQ(days("GM1621", "2021-01-01"), 8);
}

}  // namespace
}  // namespace wijktafel::places
