#include "compute/budgeting/ledger.hpp"

#include <gtest/gtest.h>
#include <numeric>

namespace wijktafel::budgeting {
namespace {

// Ballots with a weight each; every plan costs what `costs` says.
Election election_of(std::vector<Money> costs, const std::vector<std::vector<ProjectIndex>>& ballots,
                     std::vector<std::uint32_t> weights) {
  Election election;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    Project project;
    project.id = std::to_string(i);
    project.cost = costs[i];
    election.projects.push_back(std::move(project));
  }
  election.firsts.push_back(0);
  for (const auto& ballot : ballots) {
    election.choices.insert(election.choices.end(), ballot.begin(), ballot.end());
    election.firsts.push_back(static_cast<std::uint32_t>(election.choices.size()));
  }
  election.weights = std::move(weights);
  election.voters = std::accumulate(election.weights.begin(), election.weights.end(), std::uint64_t{0});
  return election;
}

TEST(Ledger, WhoHasTooLittleForAnEqualShareGivesWhatIsLeft) {
  // Two voters for both plans, three for the second only; 10 each. The first plan takes 8 of two voters; of
  // the 20 for the second they give their last 2, and the three others (20 - 4) / 3.
  const auto election = election_of({16, 20}, {{0, 1}, {1}}, {2, 3});
  const auto ledger = equal_shares_ledger(election, Support(election, Utility::cardinality), {0, 1}, 10);
  ASSERT_EQ(ledger.purchases.size(), 2U);
  EXPECT_DOUBLE_EQ(ledger.purchases[0].largest_payment, 8);
  ASSERT_EQ(ledger.purchases[1].contributions.size(), 2U);
  EXPECT_DOUBLE_EQ(ledger.purchases[1].contributions[0].each, 2);
  EXPECT_DOUBLE_EQ(ledger.purchases[1].contributions[1].each, 16.0 / 3);
  EXPECT_DOUBLE_EQ(ledger.left[0], 0);
  EXPECT_DOUBLE_EQ(ledger.left[1], 10 - 16.0 / 3);
}

TEST(Ledger, PhragmenSupportersEndWithTheSameLoad) {
  // First plan: load 5 for the first ballot. Second: (9 + 5) / 2 = 7, so 2 more of the first and 7 of the
  // second.
  const auto election = election_of({5, 9}, {{0, 1}, {1}}, {1, 1});
  const auto ledger = phragmen_ledger(election, Support(election, Utility::cardinality), {0, 1});
  EXPECT_DOUBLE_EQ(ledger.purchases[1].contributions[0].each, 2);
  EXPECT_DOUBLE_EQ(ledger.purchases[1].contributions[1].each, 7);
  EXPECT_DOUBLE_EQ(ledger.purchases[1].rate, 7);
}

TEST(Ledger, WhatIsRoundedAddsUpToTheCost) {
  EXPECT_EQ(in_whole_money({1.0 / 3, 1.0 / 3, 1.0 / 3}, 1), (std::vector<Money>{0, 1, 0}));
  for (Money cost = 0; cost < 200; ++cost) {
    const auto whole = in_whole_money({0.7, 13.1, 0, 2.9, 5}, cost);
    EXPECT_EQ(std::accumulate(whole.begin(), whole.end(), Money{0}), cost);
    for (const auto part : whole) EXPECT_GE(part, 0);
  }
  EXPECT_TRUE(in_whole_money({}, 5).empty());
}

}  // namespace
}  // namespace wijktafel::budgeting
