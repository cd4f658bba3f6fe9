#include "base/time.hpp"

#include <gtest/gtest.h>

using namespace wijktafel;
using namespace std::chrono;

TEST(Time, AnInstantWithAZoneIsReadAndWrittenInUtc) {
  EXPECT_EQ(iso_instant(parse_instant("2026-01-29T19:30:00+01:00").value()), "2026-01-29T18:30:00Z");
  EXPECT_EQ(iso_instant(parse_instant("2026-06-04T19:30:00Z").value()), "2026-06-04T19:30:00Z");
  EXPECT_FALSE(parse_instant("2026-01-29T19:30:00"));
  EXPECT_FALSE(parse_instant("2026-02-30T19:30:00Z"));
  EXPECT_FALSE(parse_instant("2026-01-29T25:30:00Z"));
}

TEST(Time, SummerAndWinterInAmsterdam) {
  const Date summer = 2026y / June / 4d;
  EXPECT_EQ(iso_instant(at(summer, 19, 30)), "2026-06-04T17:30:00Z");
  EXPECT_EQ(iso_instant(at(2026y / January / 29d, 19, 30)), "2026-01-29T18:30:00Z");
  EXPECT_EQ(local_date(parse_instant("2026-11-22T23:30:00Z").value()), 2026y / November / 23d);
}

TEST(Time, TheHourThatDoesNotExistAndTheHourThatComesTwice) {
  EXPECT_EQ(iso_instant(at(2026y / March / 29d, 2, 30)), "2026-03-29T01:00:00Z");
  EXPECT_EQ(iso_instant(at(2026y / October / 25d, 2, 30)), "2026-10-25T00:30:00Z");
}

TEST(Time, DatesAreStrict) {
  EXPECT_EQ(parse_date("2026-11-22"), 2026y / November / 22d);
  for (const auto* wrong :
       {"2026-13-01", "2026-02-30", "26-01-01", "2026/01/01", "2026-1-1", "", "-026-01-01"})
    EXPECT_FALSE(parse_date(wrong)) << wrong;
  EXPECT_EQ(days_between(2026y / November / 15d, 2026y / November / 22d), 7);
}
