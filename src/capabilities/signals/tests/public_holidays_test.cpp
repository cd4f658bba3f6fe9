// The days of article 3 of the Algemene termijnenwet, written out for 2024 to 2030: those of fixed dates,
// those that go with Easter, and the day on which the King's birthday is kept (27 April; 26 April when that
// is a Sunday). Made of the law and of the dates of Easter, not of the program.
#include <gmock/gmock.h>

#include "capabilities/signals/model/working_days.hpp"

namespace wijktafel::signals {
namespace {

struct Year {
  int year;
  std::vector<const char*> days;  // month and day
};

const std::vector<Year>& years() {
  static const std::vector<Year> all{
      {2024, {"01-01", "03-29", "04-01", "04-27", "05-05", "05-09", "05-20", "12-25", "12-26"}},
      {2025, {"01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"}},
      {2026, {"01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"}},
      {2027, {"01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"}},
      {2028, {"01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"}},
      {2029, {"01-01", "03-30", "04-02", "04-27", "05-05", "05-10", "05-21", "12-25", "12-26"}},
      {2030, {"01-01", "04-19", "04-22", "04-27", "05-05", "05-30", "06-10", "12-25", "12-26"}},
  };
  return all;
}

TEST(PublicHolidays, AreThoseOfTheLawAndNoOthers) {
  for (const auto& [year, days] : years()) {
    std::vector<std::string> found;
    for (Date date = std::chrono::year{year} / 1 / 1; date.year() == std::chrono::year{year};
         date = plus_days(date, 1))
      if (is_public_holiday(date)) found.push_back(iso_date(date).substr(5));
    EXPECT_THAT(found, ::testing::ElementsAreArray(days)) << year;
  }
}

TEST(PublicHolidays, AreNoWorkingDaysAndNeitherIsTheWeekend) {
  for (const auto& [year, days] : years())
    for (const auto* day : days)
      EXPECT_FALSE(is_working_day(parse_date(std::to_string(year) + "-" + day).value())) << year << day;
  EXPECT_FALSE(is_working_day(parse_date("2026-11-21").value()));
  EXPECT_FALSE(is_working_day(parse_date("2026-11-22").value()));
  EXPECT_TRUE(is_working_day(parse_date("2026-11-23").value()));
}

// In 2025 the King's birthday was kept on Saturday 26 April; Monday 28 April was an ordinary day.
TEST(PublicHolidays, OfTheKingMoveBackFromASundayAndTakeNoOtherDay) {
  EXPECT_TRUE(is_public_holiday(parse_date("2025-04-26").value()));
  EXPECT_FALSE(is_public_holiday(parse_date("2025-04-27").value()));
  EXPECT_TRUE(is_working_day(parse_date("2025-04-28").value()));
}

TEST(Terms, OfTenWorkingDaysPassOverTheHolidaysOfSpring) {
  // Thursday 2 April 2026: Good Friday, the weekend and Easter Monday do not count.
  EXPECT_EQ(iso_date(working_days_after(parse_date("2026-04-02").value(), 10)), "2026-04-20");
  // Wednesday 22 April 2026: the King on Monday 27 April and Tuesday 5 May do not count.
  EXPECT_EQ(iso_date(working_days_after(parse_date("2026-04-22").value(), 10)), "2026-05-08");
  // Christmas and New Year.
  EXPECT_EQ(iso_date(working_days_after(parse_date("2026-12-23").value(), 5)), "2026-12-31");
  EXPECT_EQ(iso_date(working_days_after(parse_date("2026-12-31").value(), 1)), "2027-01-04");
}

}  // namespace
}  // namespace wijktafel::signals
