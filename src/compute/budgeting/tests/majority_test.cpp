#include "compute/budgeting/majority.hpp"

#include <gtest/gtest.h>

#include "compute/budgeting/completion.hpp"
#include "compute/budgeting/count.hpp"
#include "compute/budgeting/tests/plain_support.hpp"

namespace wijktafel::budgeting {
namespace {

Outcome counted(const Election& election, bool asks_majority) {
  Rule rule{.name = RuleName::equal_shares, .utility = Utility::cost, .completions = {}, .ties = {}};
  rule.asks_majority = asks_majority;
  return count(election, rule).value();
}

// Ten voters, 100 euro, 10 each. Six want a and b (50 each), four want c (40). Equal Shares buys a from the
// 60 of the six and c from the 40 of the four; b is left out. Most votes buys a and b. The six have one plan
// more by most votes, the four one less: 6 against 4, so with the comparison step most votes wins.
TEST(Majority, BuysWithMostVotesWhenMoreVotersAreBetterOff) {
  RandomElection made;
  made.costs = {50, 50, 40};
  made.budget = 100;
  made.ballots = {{0, 1}, {2}};
  made.weights = {6, 4};
  made.points = {{1, 1}, {1}};
  const auto election = made.election();
  const auto without = counted(election, false);
  EXPECT_EQ(without.cost, 90);
  EXPECT_EQ(without.majority, std::nullopt);
  const auto with = counted(election, true);
  EXPECT_EQ(with.cost, 100);
  ASSERT_TRUE(with.majority);
  EXPECT_EQ(*with.majority, (Majority{.prefer_shares = 4, .prefer_greedy = 6, .indifferent = 0}));
  EXPECT_TRUE(with.majority->is_greedy_bought());
}

// The same with five and five: each five buys one plan from their 50, and so does greedy with 100. Nobody is
// better off with the other.
TEST(Majority, KeepsEqualSharesWithoutAMajority) {
  RandomElection made;
  made.costs = {50, 50, 40};
  made.budget = 100;
  made.ballots = {{0, 1}, {2}};
  made.weights = {5, 5};
  made.points = {{1, 1}, {1}};
  const auto with = counted(made.election(), true);
  EXPECT_EQ(with.cost, 90);
  ASSERT_TRUE(with.majority);
  EXPECT_FALSE(with.majority->is_greedy_bought());
}

// A voter who gets nothing by Equal Shares and something by most votes counts; in the tool that this step
// comes from such voters were not counted.
TEST(Majority, CountsVotersWhoGetNothing) {
  RandomElection made;
  made.costs = {10, 10};
  made.budget = 10;
  made.ballots = {{0}, {1}, {}};
  made.weights = {3, 2, 1};
  made.points = {{1}, {1}, {}};
  const auto election = made.election();
  const Outcome first{.selected = {0}, .cost = 10, .ties = {}, .majority = {}};
  const Outcome second{.selected = {1}, .cost = 10, .ties = {}, .majority = {}};
  EXPECT_EQ(compare(election, first, second),
            (Majority{.prefer_shares = 3, .prefer_greedy = 2, .indifferent = 1}));
}

}  // namespace
}  // namespace wijktafel::budgeting
