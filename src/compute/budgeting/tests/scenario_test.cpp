#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/tests/shared_folder.hpp"
#include "compute/budgeting/count.hpp"
#include "compute/budgeting/tests/scenario_support.hpp"

namespace wijktafel::budgeting {
namespace {

TEST(Scenarios, EachGivesTheWinnersThatItNames) {
  std::size_t expectations = 0;
  const auto folder = std::filesystem::path(WIJKTAFEL_SOURCE_DIR) / "src/compute/budgeting/tests/scenarios";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto scenario = scenario_of(entry.path().filename(), text_of(entry.path()));
    EXPECT_FALSE(scenario.expectations.empty()) << scenario.file;
    for (const auto& expected : scenario.expectations) {
      std::vector<std::string> winners;
      const auto outcome = count(scenario.election, expected.rule).value();
      for (const auto project : outcome.selected) winners.push_back(scenario.election.projects[project].id);
      if (expected.is_ordered)
        EXPECT_THAT(winners, testing::ElementsAreArray(expected.winners))
            << scenario.file << ": " << expected.line;
      else
        EXPECT_THAT(winners, testing::UnorderedElementsAreArray(expected.winners))
            << scenario.file << ": " << expected.line;
      ++expectations;
    }
  }
  std::cout << "checked " << expectations << " expectations\n";
  EXPECT_GT(expectations, 0U);
}

}  // namespace
}  // namespace wijktafel::budgeting
