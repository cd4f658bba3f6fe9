// The rules of a walk.
#include "capabilities/walks/model.hpp"

#include <gtest/gtest.h>

namespace wijktafel::walks {
namespace {

TEST(Model, AWalkGoesForwardAndIsCancelledBeforeItIsOver) {
  constexpr std::string_view states[] = {"planned", "walking", "done", "cancelled"};
  std::string possible;
  for (const auto from : states)
    for (const auto to : states)
      if (may_become(from, to)) possible += std::string(from) + ">" + std::string(to) + " ";
  EXPECT_EQ(possible, "planned>walking planned>cancelled walking>done walking>cancelled ");
}

TEST(Model, PointsComeInWhileWalkingAndTwoDaysAfter) {
  const Date day = parse_date("2026-11-20").value();
  EXPECT_FALSE(takes_points("planned", day, day));
  EXPECT_TRUE(takes_points("walking", day, plus_days(day, 9)));
  EXPECT_TRUE(takes_points("done", day, plus_days(day, 2)));
  EXPECT_FALSE(takes_points("done", day, plus_days(day, 3)));
  EXPECT_FALSE(takes_points("cancelled", day, day));
}

TEST(Model, ATimeIsReadAsPeopleWriteIt) {
  ASSERT_TRUE(parse_time_of_day("19:30"));
  EXPECT_EQ(parse_time_of_day("19:30")->minute, 30);
  EXPECT_EQ(parse_time_of_day("9.05")->hour, 9);
  for (const auto* wrong : {"", "19", "24:00", "12:60", "a:b", "12:3x", "-1:00", "1:2:3"})
    EXPECT_FALSE(parse_time_of_day(wrong)) << wrong;
}

}  // namespace
}  // namespace wijktafel::walks
