#include "compute/budgeting/representation.hpp"

#include <algorithm>
#include <gmpxx.h>
#include <gtest/gtest.h>
#include <map>

#include "compute/budgeting/completion.hpp"
#include "compute/budgeting/greedy.hpp"
#include "compute/budgeting/rule_text.hpp"
#include "compute/budgeting/tests/plain_support.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr Utility utilities[] = {Utility::cost, Utility::cardinality, Utility::points, Utility::borda};
#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t elections = 100;
#else
constexpr std::uint64_t elections = 1000;
#endif

// The definition as it stands: every group of supporters (ballots cast once), every plan.
std::vector<UnservedGroup> plain_groups(const Election& election, const Support& support,
                                        const Outcome& outcome) {
  std::vector<UnservedGroup> groups;
  for (ProjectIndex plan = 0; plan < election.projects.size(); ++plan) {
    if (std::ranges::count(outcome.selected, plan) > 0) continue;
    const auto supporters = support.of(plan);
    std::uint64_t largest = 0;
    for (std::uint64_t set = 1; set < (std::uint64_t{1} << supporters.size()); ++set) {
      mpq_class together = 0;
      mpq_class most = 0;
      std::uint64_t voters = 0;
      for (std::size_t i = 0; i < supporters.size(); ++i) {
        if ((set >> i & 1U) == 0) continue;
        mpq_class utility = static_cast<long>(supporters[i].utility);
        together += utility * election.weights[supporters[i].ballot];
        voters += election.weights[supporters[i].ballot];
        for (const auto bought : outcome.selected)
          for (const auto& other : support.of(bought))
            if (other.ballot == supporters[i].ballot) utility += static_cast<long>(other.utility);
        most = std::max(most, utility);
      }
      // u_i(W) + u_i(p) <= B U / (n c) for the one who has most.
      const mpq_class could = static_cast<long>(election.budget) * together;
      const mpq_class cost = static_cast<long>(election.projects[plan].cost);
      if (most * static_cast<long>(election.voters) * cost <= could) largest = std::max(largest, voters);
    }
    if (largest > 0) groups.push_back({plan, largest});
  }
  return groups;
}

TEST(Representation, FindsTheGroupsThatTheDefinitionNames) {
  std::size_t violations = 0;
  for (const auto utility : utilities)
    for (std::uint64_t number = 0; number < elections; ++number) {
      SCOPED_TRACE(text_of(utility) + " of random election " + std::to_string(number));
      const auto election = random_election(number, utility).election();
      const Support support(election, utility);
      const auto outcome = greedy(election, support, TieOrder(election, {}));
      const auto found = unserved_groups(election, support, outcome);
      ASSERT_EQ(found, plain_groups(election, support, outcome));
      const auto of_nothing = unserved_groups(election, support, {});
      ASSERT_EQ(of_nothing, plain_groups(election, support, {}));
      violations += found.size() + of_nothing.size();
    }
  EXPECT_GT(violations, elections);  // there is something to find
}

TEST(Representation, EqualSharesLeavesNobodyUnserved) {
  for (const auto utility : utilities)
    for (const auto* completion : {"none", "add1", "increase:10%", "greedy:cost"})
      for (std::uint64_t number = 0; number < elections; ++number) {
        SCOPED_TRACE(text_of(utility) + ' ' + completion + " of random election " + std::to_string(number));
        const auto election = random_election(number, utility).election();
        const auto outcome =
            equal_shares(election, utility, completions(completion).value(), TieOrder(election, {})).value();
        ASSERT_TRUE(unserved_groups(election, Support(election, utility), outcome).empty());
        ASSERT_EQ(budget_fault(election, outcome), std::nullopt);
      }
}

// Ten voters, 100 euro. Six want a and b (50 each), four want c (40): the majority's two plans cost all there
// is, and four tenths of the voters could have paid c with their own 40 euro.
TEST(Representation, SeesAMinorityThatMostVotesLeavesOut) {
  RandomElection made;
  made.costs = {50, 50, 40};
  made.budget = 100;
  made.ballots = {{0, 1}, {2}};
  made.weights = {6, 4};
  made.points = {{1, 1}, {1}};
  const auto election = made.election();
  const Support support(election, Utility::cost);
  const auto outcome = greedy(election, support, TieOrder(election, {}));
  ASSERT_EQ(outcome.cost, 100);
  EXPECT_EQ(unserved_groups(election, support, outcome), (std::vector<UnservedGroup>{{2, 4}}));
  // A city that keeps the plan out is no violation of the rule.
  EXPECT_TRUE(unserved_groups(election, support, outcome, {.is_out = {0, 0, 1}, .caps = {}}).empty());
  EXPECT_TRUE(
      unserved_groups(election, support, outcome, {.is_out = {}, .caps = {{.projects = {1, 2}, .most = 60}}})
          .empty());
}

TEST(Representation, NamesWhatIsWrongWithTheMoney) {
  RandomElection made;
  made.costs = {50, 60};
  made.budget = 100;
  const auto election = made.election();
  EXPECT_EQ(budget_fault(election, {.selected = {0}, .cost = 50, .ties = {}, .majority = {}}), std::nullopt);
  EXPECT_EQ(budget_fault(election, {.selected = {0}, .cost = 40, .ties = {}, .majority = {}}),
            BudgetFault::cost_is_not_the_sum);
  EXPECT_EQ(budget_fault(election, {.selected = {0, 1}, .cost = 110, .ties = {}, .majority = {}}),
            BudgetFault::over_budget);
  EXPECT_EQ(budget_fault(election, {.selected = {0, 0}, .cost = 100, .ties = {}, .majority = {}}),
            BudgetFault::bought_twice);
}

}  // namespace
}  // namespace wijktafel::budgeting
