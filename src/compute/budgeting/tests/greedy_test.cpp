#include "compute/budgeting/greedy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compute/budgeting/tests/random_elections_support.hpp"

namespace wijktafel::budgeting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Election with_costs(Money budget, const std::vector<Money>& costs) {
  Election election;
  election.budget = budget;
  for (std::size_t i = 0; i < costs.size(); ++i)
    election.projects.push_back({std::string(1, static_cast<char>('a' + i)), "", costs[i], {}, {}});
  election.firsts = {0};
  return election;
}

Outcome bought(const Election& election, Misfit misfit) {
  const std::vector<Density> all_equal(election.projects.size(), Density{1, 1});
  return buy_in_order(election, all_equal, TieOrder(election, {}), misfit);
}

TEST(BuyInOrder, EndsAtTheFirstOfEqualPlansWhenThatDoesNotFit) {
  const auto election = with_costs(100, {150, 20, 30});
  const auto outcome = bought(election, Misfit::stop);
  EXPECT_THAT(outcome.selected, IsEmpty());
  ASSERT_EQ(outcome.ties.size(), 1U);
  EXPECT_THAT(outcome.ties[0].among, ElementsAre(0, 1, 2));
  EXPECT_EQ(outcome.ties[0].chosen, 0U);
  EXPECT_EQ(outcome.ties[0].changes_outcome, true);  // b or c first: that one is bought
}

TEST(BuyInOrder, SaysThatAPlanTooDearMightHaveEndedItEarlier) {
  const auto outcome = bought(with_costs(100, {20, 150}), Misfit::stop);
  EXPECT_THAT(outcome.selected, ElementsAre(0));
  ASSERT_EQ(outcome.ties.size(), 1U);
  EXPECT_EQ(outcome.ties[0].changes_outcome, true);  // b first: nothing is bought
}

TEST(BuyInOrder, TwoPlansThatBothDoNotFitAreNoTie) {
  EXPECT_THAT(bought(with_costs(100, {150, 160}), Misfit::stop).ties, IsEmpty());
  EXPECT_THAT(bought(with_costs(100, {150, 160}), Misfit::skip).ties, IsEmpty());
}

TEST(BuyInOrder, SkipsWhatDoesNotFit) {
  const auto outcome = bought(with_costs(100, {150, 60, 50, 40}), Misfit::skip);
  EXPECT_THAT(outcome.selected, ElementsAre(1, 3));
  ASSERT_EQ(outcome.ties.size(), 1U);
  EXPECT_THAT(outcome.ties[0].among, ElementsAre(1, 2, 3));
  EXPECT_EQ(outcome.ties[0].changes_outcome, true);
}

}  // namespace
}  // namespace wijktafel::budgeting
