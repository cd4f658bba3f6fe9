#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

#include "base/tests/shared_folder.hpp"
#include "compute/budgeting/greedy.hpp"
#include "compute/budgeting/optimum.hpp"
#include "compute/budgeting/phragmen.hpp"
#include "compute/budgeting/tests/scenario_support.hpp"

namespace wijktafel::budgeting {
namespace {

Outcome counted(const Election& election, const Rule& rule) {
  const TieOrder ties(election, rule.ties);
  switch (rule.name) {
    case RuleName::greedy: return greedy(election, Support(election, rule.utility), ties);
    case RuleName::phragmen:
    case RuleName::phragmen_skip:
      return phragmen(election, Support(election, Utility::cardinality), ties,
                      rule.name == RuleName::phragmen ? PhragmenEnd::stop : PhragmenEnd::skip);
    case RuleName::optimum: return optimum(election, Support(election, rule.utility), ties).value();
    case RuleName::equal_shares: break;
  }
  throw std::runtime_error("not counted here");
}

bool is_counted(const Rule& rule) { return rule.name != RuleName::equal_shares; }

TEST(Scenarios, EachGivesTheWinnersThatItNames) {
  std::size_t expectations = 0;
  std::size_t left_out = 0;
  const auto folder = std::filesystem::path(WIJKTAFEL_SOURCE_DIR) / "src/compute/budgeting/tests/scenarios";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto scenario = scenario_of(entry.path().filename(), text_of(entry.path()));
    EXPECT_FALSE(scenario.expectations.empty()) << scenario.file;
    for (const auto& expected : scenario.expectations) {
      if (!is_counted(expected.rule)) {
        ++left_out;
        continue;
      }
      std::vector<std::string> winners;
      for (const auto project : counted(scenario.election, expected.rule).selected)
        winners.push_back(scenario.election.projects[project].id);
      if (expected.is_ordered)
        EXPECT_THAT(winners, testing::ElementsAreArray(expected.winners))
            << scenario.file << ": " << expected.line;
      else
        EXPECT_THAT(winners, testing::UnorderedElementsAreArray(expected.winners))
            << scenario.file << ": " << expected.line;
      ++expectations;
    }
  }
  std::cout << "checked " << expectations << " expectations, " << left_out << " of rules not counted here\n";
  EXPECT_GT(expectations, 0U);
}

}  // namespace
}  // namespace wijktafel::budgeting
