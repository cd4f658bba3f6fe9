// Explanations beside plain recounts: every number up to the answer, on small elections where all can be
// tried.
#include "compute/budgeting/explanation.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <numeric>

#include "compute/budgeting/count.hpp"
#include "compute/budgeting/explained_count.hpp"
#include "compute/budgeting/representation.hpp"
#include "compute/budgeting/rule_text.hpp"
#include "compute/budgeting/tests/random_elections_support.hpp"

namespace wijktafel::budgeting {
namespace {

std::vector<Rule> rules_for(const Election& election) {
  std::vector<Rule> rules;
  const auto add = [&](RuleName name, Utility by, const char* completion) {
    rules.push_back(
        {.name = name, .utility = by, .completions = completions(completion).value(), .ties = {}});
  };
  for (const auto by : {Utility::cost, Utility::cardinality}) {
    add(RuleName::greedy, by, "none");
    add(RuleName::equal_shares, by, "none");
    add(RuleName::equal_shares, by, "add1");
    add(RuleName::equal_shares, by, "add1+greedy:cardinality");
    add(RuleName::optimum, by, "none");
  }
  add(RuleName::phragmen, Utility::cost, "none");
  add(RuleName::phragmen_skip, Utility::cost, "none");
  if (election.type == BallotType::cumulative || election.type == BallotType::scoring) {
    add(RuleName::greedy, Utility::points, "none");
    add(RuleName::equal_shares, Utility::points, "none");
  }
  if (election.type == BallotType::ordinal) {
    add(RuleName::greedy, Utility::borda, "none");
    add(RuleName::equal_shares, Utility::borda, "none");
  }
  rules.back().asks_majority = rules.back().name == RuleName::equal_shares;
  return rules;
}

bool buys(const Outcome& outcome, ProjectIndex project) {
  return std::ranges::find(outcome.selected, project) != outcome.selected.end();
}

// Written out from the definition, without what the explanation shares between questions.
bool wins_with(const Election& election, const Rule& rule, ProjectIndex project, std::uint32_t more) {
  Election changed = election;
  for (std::uint32_t voter = 0; voter < more; ++voter) {  // one ballot each: weights are not what is tried
    changed.weights.push_back(1);
    changed.choices.push_back(project);
    changed.firsts.push_back(static_cast<std::uint32_t>(changed.choices.size()));
    if (!election.points.empty())
      changed.points.push_back(*std::max_element(election.points.begin(), election.points.end()));
    ++changed.voters;
  }
  return buys(count(changed, rule).value(), project);
}

bool wins_for(const Election& election, const Rule& rule, ProjectIndex project, Money price) {
  Election changed = election;
  changed.projects[project].cost = price;
  return buys(count(changed, rule).value(), project);
}

constexpr std::uint64_t elections = 60;

TEST(Explanation, FewestSupportersAreThoseOfRecounts) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    for (const auto& rule : rules_for(election)) {
      const auto counted = explained_count(election, rule).value();
      Explainer explainer(counted);
      for (ProjectIndex project = 0; project < election.projects.size(); ++project) {
        const auto lost = explainer.explain(project).not_bought;
        if (!lost || !lost->supporters.enough) continue;
        const auto enough = lost->supporters.enough->value;
        ASSERT_GE(enough, 1);
        if (enough > 60) continue;  // plain recounts of so many ballots take long
        SCOPED_TRACE(text_of(rule.name) + " " + text_of(rule.utility) + " seed " + std::to_string(seed));
        EXPECT_TRUE(wins_with(election, rule, project, static_cast<std::uint32_t>(enough)));
        ASSERT_TRUE(lost->supporters.enough->is_certain);
        for (std::uint32_t fewer = 1; fewer < enough; ++fewer)
          EXPECT_FALSE(wins_with(election, rule, project, fewer)) << "with " << fewer << " of " << enough;
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 500U);
}

TEST(Explanation, HighestPriceIsThatOfRecounts) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    for (const auto& rule : rules_for(election)) {
      Explainer explainer(explained_count(election, rule).value());
      for (ProjectIndex project = 0; project < election.projects.size(); ++project) {
        const auto lost = explainer.explain(project).not_bought;
        if (!lost) continue;
        const auto cost = election.projects[project].cost;
        if (cost > 300) continue;
        SCOPED_TRACE(text_of(rule.name) + " " + text_of(rule.utility) + " " + text_of(rule.completions) +
                     " seed " + std::to_string(seed));
        Money highest = cost - 1;
        while (highest >= 0 && !wins_for(election, rule, project, highest)) --highest;
        if (!lost->price.enough) {
          EXPECT_LT(highest, 0);
        } else if (lost->price.enough->is_certain) {
          EXPECT_EQ(lost->price.enough->value, highest);
        } else {
          EXPECT_TRUE(wins_for(election, rule, project, lost->price.enough->value));
        }
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 500U);
}

TEST(Explanation, PaymentsAndGroupsAddUpToTheCost) {
  std::size_t paid = 0;
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    auto election = random_election(seed);
    // Two columns, by the place of the ballot.
    VoterColumn odd{.name = "sex", .values = {"F", "M"}, .codes = {}};
    VoterColumn age{.name = "age", .values = {}, .codes = {}};
    election.ballot_of_voter.clear();
    for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
      for (std::uint32_t voter = 0; voter < election.weights[ballot]; ++voter) {
        election.ballot_of_voter.push_back(ballot);
        odd.codes.push_back(static_cast<std::uint16_t>(election.ballot_of_voter.size() % 2));
        age.codes.push_back(static_cast<std::uint16_t>(age.values.size()));
        age.values.push_back(std::to_string(16 + 7 * age.values.size()));
      }
    election.voter_columns = {odd, age};
    for (const auto& rule : rules_for(election)) {
      const auto counted = explained_count(election, rule).value();
      Explainer explainer(counted);
      for (ProjectIndex project = 0; project < election.projects.size(); ++project) {
        const auto explained = explainer.explain(project, false);
        EXPECT_NE(explained.bought.has_value(), explained.not_bought.has_value());
        std::map<std::string, std::uint64_t> voters;
        std::map<std::string, std::uint64_t> supporters;
        std::map<std::string, Money> by_column;
        for (const auto& group : explained.groups) {
          voters[group.column] += group.voters;
          supporters[group.column] += group.supporters;
          by_column[group.column] += group.paid;
        }
        for (const auto& [column, number] : voters) EXPECT_EQ(number, election.voters);
        for (const auto& [column, number] : supporters) EXPECT_EQ(number, explained.votes);
        if (!explained.bought || explained.bought->payers.empty()) continue;
        ++paid;
        Money together = 0;
        double exactly = 0;
        for (const auto& group : explained.bought->payers) {
          together += group.together;
          exactly += group.each * static_cast<double>(group.voters);
          EXPECT_NEAR(static_cast<double>(group.together), group.each * static_cast<double>(group.voters),
                      1.0);
        }
        EXPECT_EQ(together, explained.cost);
        EXPECT_NEAR(exactly, static_cast<double>(explained.cost), 1e-6);
        for (const auto& [column, money] : by_column) EXPECT_EQ(money, explained.cost);
      }
    }
  }
  EXPECT_GT(paid, 100U);
}

TEST(Explanation, NobodyPaysMoreThanTheirShare) {
  for (std::uint64_t seed = 0; seed < elections; ++seed) {
    const auto election = random_election(seed);
    for (const auto by : {Utility::cost, Utility::cardinality}) {
      const auto counted = explained_count(election, {.utility = by, .completions = {}, .ties = {}}).value();
      const auto ledger =
          equal_shares_ledger(election, Support(election, by), counted.outcome.selected, counted.endowment);
      double left = 0;
      for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot) {
        EXPECT_GE(ledger.left[ballot], -1e-6);
        left += ledger.left[ballot] * election.weights[ballot];
      }
      if (election.voters > 0) {
        EXPECT_NEAR(left, static_cast<double>(election.budget - counted.outcome.cost), 1e-6);
      }
    }
  }
}

TEST(Explanation, ATieSaysWhetherAnotherChoiceGivesOtherWinners) {
  // Two plans with two votes each, of 6 and 6, for 10: one of them only. And two that both fit.
  Election election;
  election.budget = 10;
  for (const Money cost : {6, 6, 2, 2}) {
    Project project;
    project.id = std::string(1, static_cast<char>('a' + election.projects.size()));
    project.cost = cost;
    election.projects.push_back(std::move(project));
  }
  election.weights = {2, 1};
  election.choices = {0, 1, 2, 3};
  election.firsts = {0, 2, 4};
  election.voters = 3;
  auto counted =
      explained_count(election,
                      {.name = RuleName::greedy, .utility = Utility::cost, .completions = {}, .ties = {}})
          .value();
  find_consequences(counted);
  ASSERT_EQ(counted.outcome.ties.size(), 2U);
  EXPECT_EQ(counted.outcome.ties[0].changes_outcome, true);
  EXPECT_EQ(counted.outcome.ties[1].changes_outcome, false);
  Explainer explainer(counted);
  const auto lost = explainer.explain(1).not_bought;
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->why, WhyNot::lost_tie);
  ASSERT_TRUE(lost->supporters.enough);
  EXPECT_EQ(lost->supporters.enough->value, 1);
  EXPECT_EQ(lost->supporters.enough->displaced, (std::vector<ProjectIndex>{0}));
}

TEST(Explanation, ConsequencesOfATieAreFoundByCountingAgainAsOftenAsIsAllowed) {
  // Two voters name both plans and have 5 each: of 6 and 6 they pay one, of 2 and 2 both.
  for (const Money cost : {6, 2}) {
    Election election;
    election.budget = 10;
    election.projects = {{"a", "", cost, {}, {}}, {"b", "", cost, {}, {}}};
    election.weights = {2};
    election.choices = {0, 1};
    election.firsts = {0, 2};
    election.voters = 2;
    auto counted = explained_count(election, Rule{}).value();
    ASSERT_EQ(counted.outcome.ties.size(), 1U);
    EXPECT_EQ(counted.outcome.ties[0].changes_outcome, std::nullopt);
    find_consequences(counted, 0);
    EXPECT_EQ(counted.outcome.ties[0].changes_outcome, std::nullopt);
    find_consequences(counted);
    EXPECT_EQ(counted.outcome.ties[0].changes_outcome, cost == 6);
  }
}

// a (3 votes, 6) and b (2 votes, 3) are in Groen, c (1 vote, 4) is not; the budget is 10.
Election with_groups() {
  Election election;
  election.budget = 10;
  for (const Money cost : {6, 3, 4}) {
    Project project;
    project.id = std::string(1, static_cast<char>('a' + election.projects.size()));
    project.cost = cost;
    if (cost != 4) project.categories = {"Groen"};
    election.projects.push_back(std::move(project));
  }
  election.weights = {3, 2, 1};
  election.choices = {0, 1, 2};
  election.firsts = {0, 1, 2, 3};
  election.voters = 6;
  return election;
}

const Rule most_votes_first{
    .name = RuleName::greedy, .utility = Utility::cost, .completions = {}, .ties = {}};

TEST(Explanation, NewSupportersCountForTheThreshold) {
  const auto election = with_groups();
  Explainer explainer(explained_count(election, most_votes_first, [](const Election& of) {
                        Limits limits;
                        require_support(limits, of, 3);
                        return limits;
                      }).value());
  const auto lost = explainer.explain(2).not_bought;  // c: 1 vote of 3; the 4 after a are there
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->why, WhyNot::not_allowed);
  ASSERT_TRUE(lost->supporters.enough);
  EXPECT_EQ(lost->supporters.enough->value, 2);
  EXPECT_TRUE(lost->supporters.enough->displaced.empty());
  EXPECT_FALSE(lost->price.enough);  // no price gives votes
}

TEST(Explanation, APlanThatTheMaximumOfItsGroupKeptOutIsNoComplaint) {
  const auto election = with_groups();
  // At most 7 for Groen: a and c are bought. The two voters for b have a third of the 10, which is more than
  // its 3, and got nothing: a complaint, unless what b costs beside a is more than is allowed.
  const auto counted = explained_count(election, most_votes_first, [](const Election& of) {
                         Limits limits;
                         cap_category(limits, of, "Groen", 7);
                         return limits;
                       }).value();
  ASSERT_EQ(counted.outcome.selected, (std::vector<ProjectIndex>{0, 2}));
  const Support support(election, Utility::cost);
  EXPECT_EQ(unserved_groups(election, support, counted.outcome, {}).size(), 1U);
  EXPECT_TRUE(unserved_groups(election, support, counted.outcome, counted.limits).empty());
}

TEST(Explanation, TellsWhichPlanTheCityPaysPartOf) {
  auto election = with_groups();
  election.meta = {{"rule", "greedy-no-skip"}, {"leftover_budget", "Partially fund one additional project"}};
  election.projects[1].cost = 5;  // a is bought; 4 is left, and b is the next
  const auto counted = explained_official_count(election, {}).value();
  EXPECT_EQ(counted.outcome.selected, (std::vector<ProjectIndex>{0}));
  EXPECT_EQ(counted.partly, std::optional<ProjectIndex>(1));
  Explainer explainer(counted);
  EXPECT_EQ(explainer.explain(1).not_bought->why, WhyNot::too_dear);
  EXPECT_EQ(explainer.explain(2).not_bought->why, WhyNot::stopped);  // 4 of the 4 left, after b
}

}  // namespace
}  // namespace wijktafel::budgeting
