// Greedy and Phragmén as their definitions say them, in fractions and without any thought for speed, compared
// with the rules on thousands of small elections with many ties.
#include <algorithm>
#include <gmock/gmock.h>
#include <gmpxx.h>
#include <gtest/gtest.h>
#include <optional>

#include "compute/budgeting/greedy.hpp"
#include "compute/budgeting/phragmen.hpp"
#include "compute/budgeting/tests/random_elections_support.hpp"

namespace wijktafel::budgeting {
namespace {

using Names = std::vector<std::string>;

struct Voter {
  std::vector<mpq_class> utility;  // per plan
  std::vector<bool> approves;
  mpq_class load = 0;
};

mpq_class utility_of(const Election& election, BallotIndex ballot, std::size_t place, Utility utility) {
  const auto choices = election.choices_of(ballot);
  if (utility == Utility::cardinality) return 1;
  if (utility == Utility::cost) return mpq_class(election.projects[choices[place]].cost);
  if (utility == Utility::borda) return mpq_class(choices.size() - place - 1);
  return election.points.empty() ? mpq_class(1) : mpq_class(election.points_of(ballot)[place]);
}

std::vector<Voter> voters_of(const Election& election, Utility utility) {
  std::vector<Voter> voters;
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot) {
    Voter voter{std::vector<mpq_class>(election.projects.size()), std::vector<bool>(election.projects.size()),
                0};
    const auto choices = election.choices_of(ballot);
    for (std::size_t place = 0; place < choices.size(); ++place) {
      voter.utility[choices[place]] = utility_of(election, ballot, place, utility);
      voter.approves[choices[place]] = true;
    }
    for (std::uint32_t i = 0; i < election.weights[ballot]; ++i) voters.push_back(voter);
  }
  return voters;
}

Names plain_greedy(const Election& election, Utility utility) {
  const auto voters = voters_of(election, utility);
  std::vector<ProjectIndex> left;
  std::vector<mpq_class> total(election.projects.size());
  for (ProjectIndex project = 0; project < election.projects.size(); ++project) {
    left.push_back(project);
    for (const auto& voter : voters) total[project] += voter.utility[project];
  }
  // a before b: more utility per money, a free plan with utility first, otherwise by name.
  const auto is_before = [&](ProjectIndex a, ProjectIndex b) {
    const auto density = [&](ProjectIndex project) -> std::optional<mpq_class> {
      const auto cost = election.projects[project].cost;
      if (cost == 0 && total[project] > 0) return std::nullopt;
      return cost == 0 ? mpq_class(0) : mpq_class(total[project] / cost);
    };
    const auto first = density(a);
    const auto second = density(b);
    if (first != second) return !first || (second && *first > *second);
    return election.projects[a].id < election.projects[b].id;
  };
  Names bought;
  Money money = election.budget;
  while (!left.empty()) {
    const auto next = std::ranges::min_element(left, is_before);
    if (election.projects[*next].cost <= money) {
      money -= election.projects[*next].cost;
      bought.push_back(election.projects[*next].id);
    }
    left.erase(next);
  }
  return bought;
}

// The moment at which the supporters of a plan have its cost; nothing without supporters (never).
std::optional<mpq_class> moment_of(const Election& election, const std::vector<Voter>& voters,
                                   ProjectIndex project) {
  mpq_class money = election.projects[project].cost;
  long supporters = 0;
  for (const auto& voter : voters) {
    if (!voter.approves[project]) continue;
    money += voter.load;
    ++supporters;
  }
  if (supporters == 0) return std::nullopt;
  return mpq_class(money / supporters);
}

Names plain_phragmen(const Election& election, bool stops) {
  auto voters = voters_of(election, Utility::cardinality);
  std::vector<ProjectIndex> left;
  for (ProjectIndex project = 0; project < election.projects.size(); ++project)
    if (election.projects[project].cost <= election.budget) left.push_back(project);
  Names bought;
  Money money = election.budget;
  while (true) {
    if (!stops)
      std::erase_if(left, [&](ProjectIndex project) {
        return election.projects[project].cost > money || !moment_of(election, voters, project);
      });
    if (left.empty()) return bought;
    std::vector<ProjectIndex> first;
    std::optional<mpq_class> earliest;
    for (const auto project : left) {
      const auto moment = moment_of(election, voters, project);
      const bool is_earlier = first.empty() || (moment && (!earliest || *moment < *earliest));
      if (is_earlier) {
        first = {project};
        earliest = moment;
      } else if (moment == earliest) {
        first.push_back(project);
      }
    }
    if (std::ranges::any_of(first,
                            [&](ProjectIndex project) { return election.projects[project].cost > money; }))
      return bought;  // only when it stops: otherwise they are not in `left`
    const auto next = *std::ranges::min_element(
        first, {}, [&](ProjectIndex project) -> const std::string& { return election.projects[project].id; });
    money -= election.projects[next].cost;
    bought.push_back(election.projects[next].id);
    if (earliest)
      for (auto& voter : voters)
        if (voter.approves[next]) voter.load = *earliest;
    std::erase(left, next);
  }
}

constexpr std::uint64_t elections = 3000;

TEST(PlainRules, GreedyBuysTheSameInTheSameOrder) {
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    for (const auto utility : {Utility::cost, Utility::cardinality, Utility::points, Utility::borda})
      EXPECT_EQ(names_of(election, greedy(election, Support(election, utility), TieOrder(election, {}))),
                plain_greedy(election, utility))
          << "seed " << seed;
  }
}

TEST(PlainRules, PhragmenBuysTheSameInTheSameOrder) {
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    const Support support(election, Utility::cardinality);
    const TieOrder ties(election, {});
    EXPECT_EQ(names_of(election, phragmen(election, support, ties, PhragmenEnd::stop)),
              plain_phragmen(election, true))
        << "seed " << seed;
    EXPECT_EQ(names_of(election, phragmen(election, support, ties, PhragmenEnd::skip)),
              plain_phragmen(election, false))
        << "seed " << seed;
  }
}

}  // namespace
}  // namespace wijktafel::budgeting
