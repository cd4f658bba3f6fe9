#include "compute/budgeting/would_win.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace wijktafel::budgeting {
namespace {

TEST(Smallest, IsFoundFromAnyGuess) {
  for (std::int64_t border = 1; border <= 40; ++border)
    for (std::int64_t guess = -3; guess <= 60; ++guess) {
      const auto found = smallest({.guess = guess, .step = guess / 8, .most = 45},
                                  [&](std::int64_t number) { return number >= border; });
      ASSERT_TRUE(found);
      EXPECT_EQ(found->value, border);
      EXPECT_TRUE(found->is_certain);
    }
  EXPECT_FALSE(smallest({.guess = 3, .most = 45}, [](std::int64_t) { return false; }));
  EXPECT_FALSE(smallest({.guess = 1, .most = 0}, [](std::int64_t) { return true; }));
}

TEST(Smallest, WhereOthersDoNotFollowItTriesThemAllOrSaysThatItDidNot) {
  const auto is_enough = [](std::int64_t number) { return number == 5 || number >= 20; };
  const auto all = smallest({.guess = 30, .most = 45, .is_monotone = false, .tries = 45}, is_enough);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->value, 5);
  EXPECT_TRUE(all->is_certain);
  const auto some = smallest({.guess = 30, .most = 45, .is_monotone = false, .tries = 3}, is_enough);
  ASSERT_TRUE(some);
  EXPECT_EQ(some->value, 20);  // of 1 .. 19 it tried 1, 8 and 15
  EXPECT_FALSE(some->is_certain);
}

}  // namespace
}  // namespace wijktafel::budgeting
