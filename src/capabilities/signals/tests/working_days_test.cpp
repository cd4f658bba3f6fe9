#include "capabilities/signals/model/working_days.hpp"

#include <gtest/gtest.h>

namespace wijktafel::signals {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }
std::string after(std::string_view from, int count) { return iso_date(working_days_after(day(from), count)); }

TEST(WorkingDays, easter_falls_where_the_calendar_says) {
  const std::pair<int, const char*> known[] = {
      {2000, "2000-04-23"}, {2008, "2008-03-23"}, {2011, "2011-04-24"}, {2024, "2024-03-31"},
      {2025, "2025-04-20"}, {2026, "2026-04-05"}, {2027, "2027-03-28"}, {2038, "2038-04-25"}};
  for (const auto& [year, date] : known) EXPECT_EQ(iso_date(easter_sunday(std::chrono::year{year})), date);
}

TEST(WorkingDays, the_holidays_of_2026_are_those_of_the_law) {
  for (const auto* date : {"2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14",
                           "2026-05-25", "2026-12-25", "2026-12-26"})
    EXPECT_TRUE(is_public_holiday(day(date))) << date;
  for (const auto* date : {"2026-04-07", "2026-05-15", "2026-12-24", "2026-12-31"})
    EXPECT_FALSE(is_public_holiday(day(date))) << date;
}

TEST(WorkingDays, kings_day_moves_to_saturday_when_it_is_a_sunday) {
  EXPECT_TRUE(is_public_holiday(day("2025-04-26")));
  EXPECT_FALSE(is_public_holiday(day("2025-04-27")));
  EXPECT_TRUE(is_public_holiday(day("2026-04-27")));
}

TEST(WorkingDays, ten_working_days_are_two_weeks_when_nothing_is_in_between) {
  EXPECT_EQ(after("2026-11-23", 10), "2026-12-07");
  EXPECT_EQ(after("2026-01-08", 10), "2026-01-22");
}

TEST(WorkingDays, what_comes_in_during_the_weekend_counts_from_monday) {
  EXPECT_EQ(after("2026-11-21", 1), "2026-11-23");
  EXPECT_EQ(after("2026-11-22", 1), "2026-11-23");
  EXPECT_EQ(after("2026-11-20", 1), "2026-11-23");
}

TEST(WorkingDays, easter_and_kings_day_do_not_count) {
  // Thursday; Good Friday 3, the weekend and Easter Monday 6 April are skipped.
  EXPECT_EQ(after("2026-04-02", 1), "2026-04-07");
  // Friday; King's Day is the Monday after.
  EXPECT_EQ(after("2026-04-24", 1), "2026-04-28");
  EXPECT_EQ(after("2026-12-24", 1), "2026-12-28");
}

TEST(WorkingDays, no_days_is_the_day_itself) { EXPECT_EQ(after("2026-11-22", 0), "2026-11-22"); }

}  // namespace
}  // namespace wijktafel::signals
