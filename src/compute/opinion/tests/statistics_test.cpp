#include "compute/opinion/statistics.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace wijktafel::opinion {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// One group of four agrees, the other four disagree. With the +1 of each count: p = 5/6 in the group and 1/6
// outside it; z of more than half = 2 * sqrt(5) * (5/5 - 1/2); z of the difference: 1 against 1/5, pooled
// (4 + 0 + 2) / (4 + 4 + 2) = 0.6.
TEST(Statistics, RepresentativeStatementByHand) {
  const std::vector<Tallies> groups{{{4, 0, 4}}, {{0, 4, 4}}};
  const auto lists = representative_statements(groups, {});
  ASSERT_EQ(lists.size(), 2U);
  ASSERT_EQ(lists[0].size(), 1U);
  const auto& telling = lists[0][0];
  EXPECT_TRUE(telling.agree);
  EXPECT_TRUE(telling.most_agreed);
  EXPECT_EQ(telling.votes, 4);
  EXPECT_NEAR(telling.share, 5.0 / 6, 1e-12);
  EXPECT_NEAR(telling.share_test, std::sqrt(5.0), 1e-12);
  EXPECT_NEAR(telling.against_others, 5, 1e-12);
  EXPECT_NEAR(telling.against_others_test, 0.8 / std::sqrt(0.6 * 0.4 * 0.4), 1e-12);
  ASSERT_EQ(lists[1].size(), 1U);
  EXPECT_FALSE(lists[1][0].agree);
  EXPECT_FALSE(lists[1][0].most_agreed);
}

TEST(Statistics, ModeratedStatementsRepresentAndUniteNobody) {
  const std::vector<Tallies> groups{{{4, 0, 4}, {4, 0, 4}}, {{0, 4, 4}, {4, 0, 4}}};
  const std::vector<Moderation> out{{true, false}, {false, true}};
  for (const auto& list : representative_statements(groups, out)) EXPECT_THAT(list, IsEmpty());
  EXPECT_THAT(uniting_statements(groups, out), IsEmpty());
  const auto lists = majorities(sum_of(groups, 2), out);
  EXPECT_THAT(lists.agree, IsEmpty());
  EXPECT_THAT(lists.disagree, IsEmpty());
}

// 5/6 * 5/6 for the second statement; the first has half of the groups against it.
TEST(Statistics, WhatUnitesNeedsEveryGroup) {
  const std::vector<Tallies> groups{{{4, 0, 4}, {4, 0, 4}, {0, 4, 4}}, {{0, 4, 4}, {4, 0, 4}, {0, 3, 4}}};
  const auto consensus = group_consensus(groups, 3);
  EXPECT_NEAR(consensus[0], 5.0 / 6 * 1 / 6, 1e-12);
  EXPECT_NEAR(consensus[1], 25.0 / 36, 1e-12);
  const auto uniting = uniting_statements(groups, {});
  ASSERT_EQ(uniting.size(), 2U);
  EXPECT_EQ(uniting[0].statement, 1U);
  EXPECT_TRUE(uniting[0].agree);
  EXPECT_EQ(uniting[1].statement, 2U);
  EXPECT_FALSE(uniting[1].agree);
  EXPECT_NEAR(uniting[1].consensus, 5.0 / 6 * 4 / 6, 1e-12);
}

// Unseen: (1 - 1/2) * (0 + 1) * 1/2 * (1 + 8), squared. Five votes, all agree, extremity 1:
// (1 - 1/7) * 2 * 6/7 * (1 + 4), squared.
TEST(Statistics, PrioritiesByHand) {
  const std::vector<double> extremity{0, 1, 3};
  const std::vector<Moderation> moderation{{}, {}, {false, true}};
  const auto priority = priorities({{0, 0, 0}, {5, 0, 5}, {1, 1, 2}}, extremity, moderation);
  EXPECT_NEAR(priority[0], 2.25 * 2.25, 1e-12);
  EXPECT_NEAR(priority[1], std::pow(6.0 / 7 * 2 * 6 / 7 * 5, 2), 1e-12);
  EXPECT_EQ(priority[2], 49);
}

TEST(Statistics, NextStatementsAreUnseenAndNotOut) {
  const std::vector<double> priority{1, 3, 3, 9, 5};
  const std::vector<Moderation> moderation{{}, {}, {}, {true, false}, {}};
  const std::vector<Cell> seen{Cell(4, Vote::pass)};
  EXPECT_THAT(next_statements(seen, priority, moderation, 9), ElementsAre(1, 2, 0));
  EXPECT_THAT(next_statements(seen, priority, moderation, 1), ElementsAre(1));
}

TEST(Statistics, NobodyAndNothing) {
  EXPECT_THAT(representative_statements({}, {}), IsEmpty());
  EXPECT_THAT(uniting_statements({}, {}), IsEmpty());
  EXPECT_THAT(group_consensus({}, 2), ElementsAre(1, 1));
  EXPECT_THAT(priorities({}, {}, {}), IsEmpty());
}

}  // namespace
}  // namespace wijktafel::opinion
