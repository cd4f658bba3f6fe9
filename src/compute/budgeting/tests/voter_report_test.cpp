#include "compute/budgeting/voter_report.hpp"

#include <gtest/gtest.h>
#include <map>

#include "compute/budgeting/pabulib.hpp"

namespace wijktafel::budgeting {
namespace {

// Bench 100 (2 votes), tree 60 (3 votes), swing 40 (1 vote); somebody votes for nothing.
Election street() {
  auto read = read_pabulib(
      "META\nkey;value\nbudget;200\nvote_type;approval\nPROJECTS\nproject_id;cost\nbench;100\ntree;60\n"
      "swing;40\nVOTES\nvoter_id;vote;age;sex\n1;bench,tree;17;F\n2;tree;18;M\n3;bench,tree,swing;75;F\n"
      "4;;44;M\n");
  return std::move(read.value());
}

std::vector<ProjectIndex> places(const Election& election, const std::vector<std::string>& ids) {
  std::vector<ProjectIndex> found;
  for (const auto& id : ids)
    for (ProjectIndex project = 0; project < election.projects.size(); ++project)
      if (election.projects[project].id == id) found.push_back(project);
  return found;
}

TEST(VoterReport, CountsWhoGotSomethingAndHowEvenly) {
  const auto election = street();
  const auto report = voter_report(election, Utility::cost, places(election, {"bench", "swing"}));
  EXPECT_EQ(report.all.voters, 4U);
  EXPECT_EQ(report.all.with_something, 2U);
  // In a row: 0, 0, 100, 140.
  EXPECT_DOUBLE_EQ(report.all.mean, 60);
  EXPECT_EQ(report.all.quantiles, (std::array<std::int64_t, 5>{0, 0, 0, 100, 100}));
  // All differences between two voters, divided by 2 n^2 mean: 2 (100 + 140 + 100 + 140 + 40) / (2 16 60).
  EXPECT_DOUBLE_EQ(report.all.gini, 520.0 / 960.0);
}

TEST(VoterReport, ShowsGroupsAndPutsAgesInClasses) {
  const auto election = street();
  const auto report = voter_report(election, Utility::cardinality, places(election, {"bench"}));
  ASSERT_EQ(report.columns.size(), 2U);
  std::map<std::string, std::uint64_t> with_something;
  for (const auto& column : report.columns)
    for (const auto& group : column.groups)
      with_something[column.column + " " + group.value] = group.satisfaction.with_something;
  const std::map<std::string, std::uint64_t> expected{{"age 0-17", 1}, {"age 18-29", 0}, {"age 30-44", 0},
                                                      {"age 75+", 1},  {"sex F", 2},     {"sex M", 0}};
  EXPECT_EQ(with_something, expected);
}

TEST(VoterReport, SaysWhoIsBetterOff) {
  const auto election = street();
  const auto difference =
      difference_for_voters(election, Utility::cost, places(election, {"tree"}), places(election, {"bench"}));
  EXPECT_EQ(difference.all, (VoterDifference{.better = 2, .worse = 1, .same = 1}));
  std::uint64_t voters = 0;
  for (const auto& group : difference.groups)
    voters += group.difference.better + group.difference.worse + group.difference.same;
  EXPECT_EQ(voters, 2 * election.voters);  // two columns
}

TEST(VoterReport, NobodyAndNothingGiveZeros) {
  const Election nobody;
  const auto report = voter_report(nobody, Utility::cost, {});
  EXPECT_EQ(report.all.voters, 0U);
  EXPECT_EQ(report.all.gini, 0);
}

}  // namespace
}  // namespace wijktafel::budgeting
