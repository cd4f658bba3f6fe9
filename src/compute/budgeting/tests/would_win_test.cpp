#include "compute/budgeting/would_win.hpp"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>

namespace wijktafel::budgeting {
namespace {

TEST(Smallest, IsFoundFromAnyGuess) {
  for (std::int64_t border = 1; border <= 40; ++border)
    for (std::int64_t guess = -3; guess <= 60; ++guess) {
      const auto found = smallest({.guess = guess, .step = guess / 8, .most = 45},
                                  [&](std::int64_t number) { return number >= border; });
      ASSERT_TRUE(found.value);
      EXPECT_EQ(found.value, border);
      EXPECT_TRUE(found.is_certain);
    }
  EXPECT_FALSE(smallest({.guess = 3, .most = 45}, [](std::int64_t) { return false; }).value);
  EXPECT_FALSE(smallest({.guess = 1, .most = 0}, [](std::int64_t) { return true; }).value);
}

TEST(Smallest, WhereOthersDoNotFollowItTriesThemAllOrSaysThatItDidNot) {
  const auto is_enough = [](std::int64_t number) { return number == 5 || number >= 20; };
  const auto all = smallest({.guess = 30, .most = 45, .is_monotone = false, .tries = 45}, is_enough);
  ASSERT_TRUE(all.value);
  EXPECT_EQ(all.value, 5);
  EXPECT_TRUE(all.is_certain);
  const auto some = smallest({.guess = 30, .most = 45, .is_monotone = false, .tries = 3}, is_enough);
  ASSERT_TRUE(some.value);
  EXPECT_EQ(some.value, 20);  // of 1 .. 19 it tried 1, 8 and 15
  EXPECT_FALSE(some.is_certain);
}

TEST(Smallest, EndsWhereItMayNotCountAndSaysSo) {
  for (int most_counts = 0; most_counts <= 8; ++most_counts) {
    int counts = 0;
    const auto found = smallest({.guess = 10,
                                 .step = 4,
                                 .most = 1000,
                                 .is_monotone = true,
                                 .tries = 0,
                                 .may_count = [&] { return counts < most_counts; }},
                                [&](std::int64_t number) {
                                  ++counts;
                                  return number >= 17;
                                });
    EXPECT_LE(counts, most_counts);
    // By hand: 10, 14 and 22 (steps 4 and 8) enclose it; then 18, 16 and 17.
    constexpr std::array<std::int64_t, 7> best{0, 0, 0, 22, 18, 18, 17};
    const auto expected = best[static_cast<std::size_t>(std::min(most_counts, 6))];
    EXPECT_EQ(found.value.value_or(0), expected) << most_counts;
    EXPECT_EQ(found.is_certain, most_counts >= 6) << most_counts;
  }
}

}  // namespace
}  // namespace wijktafel::budgeting
