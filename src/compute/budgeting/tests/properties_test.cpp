// What must hold of every rule on every election, tried on random ones.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <set>

#include "compute/budgeting/ballot_merging.hpp"
#include "compute/budgeting/count.hpp"
#include "compute/budgeting/rule_text.hpp"
#include "compute/budgeting/tests/random_elections_support.hpp"
#include "compute/lot/lot.hpp"

namespace wijktafel::budgeting {
namespace {

std::vector<Rule> rules(const Election& election, bool with_add_one) {
  std::vector<Utility> utilities = {Utility::cost, Utility::cardinality};
  if (election.type == BallotType::cumulative || election.type == BallotType::scoring)
    utilities.push_back(Utility::points);
  if (election.type == BallotType::ordinal) utilities.push_back(Utility::borda);
  std::vector<Rule> made = {{.name = RuleName::phragmen, .completions = {}, .ties = {}},
                            {.name = RuleName::phragmen_skip, .completions = {}, .ties = {}}};
  for (const auto utility : utilities) {
    for (const auto name : {RuleName::greedy, RuleName::equal_shares, RuleName::optimum})
      made.push_back({.name = name, .utility = utility, .completions = {}, .ties = {}});
    for (const auto* completion : {"greedy:cost", "increase:1%", "add1", "add1+greedy:cardinality"})
      if (with_add_one || !std::string_view(completion).starts_with("add1"))
        made.push_back({.name = RuleName::equal_shares,
                        .utility = utility,
                        .completions = completions(completion).value(),
                        .ties = {}});
  }
  return made;
}

std::set<std::string> winners(const Election& election, const Rule& rule) {
  const auto names = names_of(election, count(election, rule).value());
  return {names.begin(), names.end()};
}

// With the ballots in `order` (every ballot at least once in it), and plan p of the original at places[p].
Election rebuilt(const Election& election, const std::vector<BallotIndex>& order,
                 const std::vector<ProjectIndex>& places) {
  Election made;
  made.type = election.type;
  made.budget = election.budget;
  made.projects.resize(election.projects.size());
  for (std::size_t p = 0; p < places.size(); ++p) made.projects[places[p]] = election.projects[p];
  made.firsts = {0};
  for (const auto ballot : order) {
    std::vector<std::pair<ProjectIndex, std::int64_t>> choices;
    for (std::size_t i = 0; i < election.choices_of(ballot).size(); ++i)
      choices.emplace_back(places[election.choices_of(ballot)[i]],
                           election.points_of(ballot).empty() ? 0 : election.points_of(ballot)[i]);
    if (election.type != BallotType::ordinal) std::ranges::sort(choices);
    for (const auto& [project, points] : choices) {
      made.choices.push_back(project);
      if (!election.points.empty()) made.points.push_back(points);
    }
    made.firsts.push_back(static_cast<std::uint32_t>(made.choices.size()));
    made.weights.push_back(1);
    ++made.voters;
  }
  return made;
}

constexpr std::uint64_t elections = 400;

TEST(Properties, OrderOfBallotsAndOfPlansAndMergingAreIrrelevant) {
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    lot::Lot lot("test orders", std::to_string(seed));
    std::vector<BallotIndex> voters;  // every voter apart: nothing is merged
    for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
      voters.insert(voters.end(), election.weights[ballot], ballot);
    lot.shuffle(voters);
    std::vector<ProjectIndex> places(election.projects.size());
    std::iota(places.begin(), places.end(), ProjectIndex{0});
    lot.shuffle(places);
    const auto other = rebuilt(election, voters, places);
    for (const auto& rule : rules(election, true))
      EXPECT_EQ(winners(election, rule), winners(other, rule))
          << "seed " << seed << ' ' << text_of(rule.name) << ' ' << text_of(rule.completions);
  }
}

TEST(Properties, ScalingMoneyIsIrrelevant) {
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    auto other = election;
    other.budget *= 7919;
    for (auto& project : other.projects) project.cost *= 7919;
    for (const auto& rule : rules(election, false))
      EXPECT_EQ(winners(election, rule), winners(other, rule))
          << "seed " << seed << ' ' << text_of(rule.name) << ' ' << text_of(rule.completions);
  }
}

TEST(Properties, CostIsNeverAboveTheBudgetAndNoPlanIsBoughtTwice) {
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    for (const auto& rule : rules(election, true)) {
      const auto outcome = count(election, rule).value();
      Money cost = 0;
      for (const auto project : outcome.selected) cost += election.projects[project].cost;
      EXPECT_EQ(cost, outcome.cost);
      EXPECT_LE(cost, election.budget) << "seed " << seed;
      EXPECT_EQ(std::set<ProjectIndex>(outcome.selected.begin(), outcome.selected.end()).size(),
                outcome.selected.size());
      for (const auto& tie : outcome.ties)
        EXPECT_NE(std::ranges::find(tie.among, tie.chosen), tie.among.end()) << "seed " << seed;
    }
  }
}

TEST(Properties, OneSupporterMoreNeverHurtsAChosenPlanUnderGreedy) {
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    if (election.type == BallotType::ordinal) continue;  // the last of a ballot gets nothing by Borda
    for (const auto utility : {Utility::cost, Utility::cardinality}) {
      const Rule rule{.name = RuleName::greedy, .utility = utility, .completions = {}, .ties = {}};
      const auto outcome = count(election, rule).value();
      for (const auto project : outcome.selected) {
        auto more = election;
        const std::vector<std::int64_t> points(election.points.empty() ? 0 : 1, 1);
        more.weights.push_back(1);
        more.choices.push_back(project);
        more.points.insert(more.points.end(), points.begin(), points.end());
        more.firsts.push_back(static_cast<std::uint32_t>(more.choices.size()));
        ++more.voters;
        EXPECT_TRUE(winners(more, rule).contains(election.projects[project].id)) << "seed " << seed;
      }
    }
  }
}

TEST(Properties, ALotIsTheSameForTheSameSeedAndReachesEveryPlan) {
  Election election;
  election.type = BallotType::approval;
  election.budget = 1;
  for (const auto* id : {"a", "b", "c"})
    election.projects.push_back({.id = id, .name = "", .cost = 1, .categories = {}, .neighbourhoods = {}});
  BallotMerger(election).add(std::vector<ProjectIndex>{0, 1, 2}, {});
  std::set<std::string> seen;
  for (int seed = 0; seed < 40; ++seed) {
    const Rule rule{.name = RuleName::greedy,
                    .utility = Utility::cost,
                    .completions = {},
                    .ties = {TieBreaking::Kind::lot, std::to_string(seed)}};
    const auto first = winners(election, rule);
    EXPECT_EQ(first, winners(election, rule));
    seen.insert(first.begin(), first.end());
  }
  EXPECT_EQ(seen.size(), 3U);
}

}  // namespace
}  // namespace wijktafel::budgeting
