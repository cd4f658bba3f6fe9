#include "compute/budgeting/optimum.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/tests/shared_folder.hpp"
#include "compute/budgeting/greedy.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/tests/random_elections_support.hpp"
#include "compute/budgeting/wide.hpp"

namespace wijktafel::budgeting {
namespace {

// Every set of plans, tried one by one: most utility, then cheapest, then the first by name in what differs.
std::vector<std::string> best_of_all_sets(const Election& election, Utility utility) {
  const Support support(election, utility);
  const TieOrder ties(election, {});
  std::vector<Wide> worth(election.projects.size());
  for (ProjectIndex project = 0; project < worth.size(); ++project)
    for (const auto& supporter : support.of(project))
      worth[project] += static_cast<Wide>(supporter.utility) * election.weights[supporter.ballot];
  std::uint32_t best = 0;
  Wide best_worth = 0;
  Money best_cost = 0;
  for (std::uint32_t set = 1; set < 1U << worth.size(); ++set) {
    Wide total = 0;
    Money cost = 0;
    bool has_useless = false;
    for (ProjectIndex project = 0; project < worth.size(); ++project) {
      if ((set >> project & 1U) == 0) continue;
      has_useless = has_useless || worth[project] == 0;
      total += worth[project];
      cost += election.projects[project].cost;
    }
    if (cost > election.budget || has_useless) continue;
    bool is_better = total > best_worth || (total == best_worth && cost < best_cost);
    if (total == best_worth && cost == best_cost) {
      ProjectIndex first = 0;
      std::uint32_t first_rank = ~0U;
      for (ProjectIndex project = 0; project < worth.size(); ++project)
        if (((set ^ best) >> project & 1U) != 0 && ties.rank(project) < first_rank) {
          first = project;
          first_rank = ties.rank(project);
        }
      is_better = (set >> first & 1U) != 0;
    }
    if (!is_better) continue;
    best = set;
    best_worth = total;
    best_cost = cost;
  }
  std::vector<std::string> names;
  for (ProjectIndex project = 0; project < worth.size(); ++project)
    if ((best >> project & 1U) != 0) names.push_back(election.projects[project].id);
  return names;
}

TEST(Optimum, IsTheBestOfAllSetsOfRandomElections) {
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    const auto election = random_election(seed);
    for (const auto utility : {Utility::cardinality, Utility::cost, Utility::points, Utility::borda}) {
      const auto outcome = optimum(election, Support(election, utility), TieOrder(election, {}));
      ASSERT_TRUE(outcome.has_value());
      EXPECT_THAT(names_of(election, *outcome),
                  testing::UnorderedElementsAreArray(best_of_all_sets(election, utility)))
          << "seed " << seed;
    }
  }
}

TEST(Optimum, SaysSoWhenItIsTooLarge) {
  const auto election = read_pabulib(
                            "META\nkey;value\nbudget;9\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;"
                            "5\n2;5\nVOTES\nvoter_id;vote\na;1,2\n")
                            .value();
  EXPECT_EQ(optimum(election, Support(election, Utility::cost), TieOrder(election, {}), {}, {1, 1}).error(),
            NoCount::too_large);
}

TEST(Optimum, IsFoundForEveryElectionOfTheSharedFolderAndNeverLessThanGreedy) {
  const auto folder = shared_folder("data/pabulib");
  if (!folder) GTEST_SKIP() << "no elections in ../shared/data/pabulib";
  const auto total = [](const Election& election, const Support& support, const Outcome& outcome) {
    Wide sum = 0;
    for (const auto project : outcome.selected)
      for (const auto& supporter : support.of(project))
        sum += static_cast<Wide>(supporter.utility) * election.weights[supporter.ballot];
    return sum;
  };
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    if (entry.path().extension() != ".pb") continue;
    const auto election = read_pabulib(text_of(entry.path())).value();
    for (const auto utility : {Utility::cardinality, Utility::cost}) {
      const Support support(election, utility);
      const TieOrder ties(election, {});
      const auto best = optimum(election, support, ties);
      ASSERT_TRUE(best.has_value()) << entry.path();
      EXPECT_LE(best->cost, election.budget);
      EXPECT_GE(total(election, support, *best), total(election, support, greedy(election, support, ties)));
      ++count;
    }
  }
  std::cout << count << " optima found\n";
  EXPECT_GT(count, 0U);
}

}  // namespace
}  // namespace wijktafel::budgeting
