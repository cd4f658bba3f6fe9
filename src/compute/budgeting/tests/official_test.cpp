#include "compute/budgeting/official.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "base/delimited.hpp"
#include "base/tests/shared_folder.hpp"
#include "base/text.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/tests/random_elections_support.hpp"

namespace wijktafel::budgeting {
namespace {

// Ids with 1 in the column `selected` of PROJECTS; nothing when there is no such column. (2 and 3 are plans
// paid from other money.)
std::optional<std::set<std::string>> announced(std::string_view text) {
  DelimitedReader records(text, ';');
  while (records.next() && trimmed(records.cells()[0]) != "PROJECTS") {
  }
  records.next();
  std::size_t column = 0;
  while (column < records.cells().size() && trimmed(records.cells()[column]) != "selected") ++column;
  if (column == records.cells().size()) return std::nullopt;
  std::set<std::string> ids;
  while (records.next() && trimmed(records.cells()[0]) != "VOTES")
    if (column < records.cells().size() && trimmed(records.cells()[column]) == "1")
      ids.emplace(trimmed(records.cells()[0]));
  return ids;
}

TEST(Official, WinnersAreThoseThatTheCityAnnouncedWhereverTheFileNamesItsRule) {
  const auto folder = shared_folder("data/pabulib");
  if (!folder) GTEST_SKIP() << "no elections in ../shared/data/pabulib";
  std::map<std::string, std::pair<int, int>> by_rule;  // reproduced, announced
  std::map<std::string, int> without_announcement;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    if (entry.path().extension() != ".pb") continue;
    const auto text = text_of(entry.path());
    const auto election = read_pabulib(text).value();
    const auto rule = official_rule(election);
    const auto winners = announced(text);
    std::string name = rule ? "" : rule.error();
    for (const auto& [key, value] : election.meta)
      if (key == "rule") name = rule ? value : "none: " + name;
    if (!winners) {
      ++without_announcement[name];
      continue;
    }
    ++by_rule[name].second;
    if (!rule) continue;
    const auto counted = count_officially(election, *rule, TieOrder(election, {}));
    const auto names = names_of(election, counted.outcome);
    const bool equal = std::set<std::string>(names.begin(), names.end()) == *winners;
    EXPECT_TRUE(equal) << entry.path();
    if (equal) ++by_rule[name].first;
  }
  for (const auto& [name, counts] : by_rule)
    std::cout << name << ": " << counts.first << " of " << counts.second
              << " announced outcomes reproduced\n";
  for (const auto& [name, count] : without_announcement)
    std::cout << name << ": " << count << " without an announced outcome\n";
  EXPECT_GT(by_rule["greedy-no-skip"].first, 0);
}

const std::string begin =
    "META\nkey;value\nbudget;100\nvote_type;approval\nrule;greedy\n"
    "categories;Groen,Jeugd\nbudget_per_category;50,60\n";
const std::string rest =
    "PROJECTS\nproject_id;cost;category;neighborhood\n1;40;Groen;Noord\n2;20;Groen;Zuid\n3;30;Jeugd;Zuid\n"
    "4;30;\"Jeugd,Groen\";Noord\nVOTES\nvoter_id;vote\na;1,2,3\nb;1,2\nc;1,2,3\nd;1,4\n";

TEST(Official, MoneyForACategoryIsAMaximum) {
  // Votes 1: 4, 2: 3, 3: 2, 4: 1. Groen has 50: 1 (40), then 2 (20) does not fit there; 3 (30 of Jeugd 60);
  // 4 is in both: Groen has 10 left. 70 spent, 30 left.
  const auto election = read_pabulib(begin + rest).value();
  const auto counted = count_officially(election, official_rule(election).value(), TieOrder(election, {}));
  EXPECT_THAT(names_of(election, counted.outcome), testing::ElementsAre("1", "3"));
}

TEST(Official, WhatIsLeftIsSpentWithoutTheMaximum) {
  // After 1 and 3: 30 left, so 2 (20) by votes, and then 4 (30) does not fit in 10.
  const auto election =
      read_pabulib(begin + "leftover_budget;Fund additional projects that fit within leftover budget\n" +
                   rest)
          .value();
  const auto counted = count_officially(election, official_rule(election).value(), TieOrder(election, {}));
  EXPECT_THAT(names_of(election, counted.outcome), testing::ElementsAre("1", "3", "2"));
}

TEST(Official, OrPaysAPartOfTheNext) {
  const auto election =
      read_pabulib(begin + "leftover_budget;Partially fund one additional project with highest score\n" +
                   rest)
          .value();
  const auto counted = count_officially(election, official_rule(election).value(), TieOrder(election, {}));
  EXPECT_EQ(counted.partly, 1U);
}

TEST(Official, SaysWhichLineItDoesNotKnow) {
  const std::string unknown = "META\nkey;value\nbudget;100\nvote_type;approval\nrule;drum\n";
  EXPECT_EQ(official_rule(read_pabulib(unknown + rest).value()).error(), "rule;drum");
  EXPECT_EQ(official_rule(read_pabulib(begin + "budget_per_category;50\n" + rest).value()).error(),
            "budget_per_category;50");
}

TEST(Limits, HoldForEveryRuleThatAsks) {
  const auto election = read_pabulib(begin + rest).value();
  Limits limits;
  EXPECT_TRUE(cap_neighbourhood(limits, election, "Zuid", 45));
  EXPECT_FALSE(cap_neighbourhood(limits, election, "Oost", 45));
  require_support(limits, election, 2);  // 4 has one vote: out
  // By votes: 1 (40), 2 (20 of Zuid 45), 3 (30) does not fit in Zuid any more.
  EXPECT_THAT(
      names_of(election, greedy(election, Support(election, Utility::cost), TieOrder(election, {}), limits)),
      testing::ElementsAre("1", "2"));
}

}  // namespace
}  // namespace wijktafel::budgeting
