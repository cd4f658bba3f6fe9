// The median of counted numbers.
#include "base/median.hpp"

#include <gtest/gtest.h>

namespace wijktafel {
namespace {

TEST(Median, IsTheMiddleOrTheMeanOfTheTwoInTheMiddle) {
  EXPECT_EQ(median({}), std::nullopt);
  EXPECT_EQ(median({{3, 1}}), 3.0);
  EXPECT_EQ(median({{1, 2}, {4, 1}, {9, 2}}), 4.0);
  EXPECT_EQ(median({{1, 2}, {9, 2}}), 5.0);
  EXPECT_EQ(median({{1, 3}, {4, 3}}), 2.5);
  EXPECT_EQ(median({{1, 3}, {4, 1}}), 1.0);
  EXPECT_EQ(median({{0, 500000}, {2, 1}, {30, 500000}}), 2.0);
  EXPECT_EQ(number_of({{1, 2}, {4, 1}, {9, 2}}), 5);
}

}  // namespace
}  // namespace wijktafel
