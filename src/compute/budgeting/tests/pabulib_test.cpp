#include "compute/budgeting/pabulib.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/tests/shared_folder.hpp"
#include "compute/budgeting/greedy.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr std::string_view street =
    "META\nkey;value\nbudget;100\nvote_type;approval\nnum_projects;3\nnum_votes;3\n"
    "PROJECTS\nproject_id;cost;name\n1;60;Banken\n2;50;Bomen\n10;40;\"Feest; met \"\"taart\"\"\"\n"
    "VOTES\nvoter_id;vote;sex\na;1,2;F\nb;2,1;M\nc;10;F\n";

TEST(Pabulib, ReadsPlansBallotsAndVotersAndPutsEqualBallotsTogether) {
  const auto election = read_pabulib(street);
  ASSERT_TRUE(election.has_value());
  EXPECT_EQ(election->budget, 100);
  ASSERT_EQ(election->projects.size(), 3U);
  EXPECT_EQ(election->projects[2].name, "Feest; met \"taart\"");
  EXPECT_THAT(election->weights, testing::ElementsAre(2, 1));
  EXPECT_THAT(election->choices_of(0), testing::ElementsAre(0, 1));
  EXPECT_EQ(election->voters, 3U);
  ASSERT_EQ(election->voter_columns.size(), 1U);
  EXPECT_THAT(election->voter_columns[0].values, testing::ElementsAre("F", "M"));
  EXPECT_THAT(election->voter_columns[0].codes, testing::ElementsAre(0, 1, 0));
  EXPECT_THAT(election->ballot_of_voter, testing::ElementsAre(0, 0, 1));
}

TEST(Pabulib, ReadsEveryElectionOfTheSharedFolder) {
  const auto folder = shared_folder("data/pabulib");
  if (!folder) GTEST_SKIP() << "no elections in ../shared/data/pabulib";
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    if (entry.path().extension() != ".pb") continue;
    const auto election = read_pabulib(text_of(entry.path()));
    EXPECT_TRUE(election.has_value())
        << entry.path() << ' ' << (election ? "" : election.error().front().reason);
    ++count;
  }
  std::cout << "read " << count << " elections\n";
  EXPECT_GT(count, 0U);
}

TEST(Greedy, BuysWhatMostWantAndSkipsWhatDoesNotFit) {
  // Votes: 1 and 2 have two, 10 has one. By votes (cost utility) 1 and 2 are equal, "1" goes first by name
  // and leaves 40, so 2 (50) is skipped and 10 (40) is bought.
  const auto election = read_pabulib(street).value();
  const auto outcome = greedy(election, Support(election, Utility::cost), TieOrder(election, {}));
  EXPECT_THAT(outcome.selected, testing::ElementsAre(0, 2));
  EXPECT_EQ(outcome.cost, 100);
  ASSERT_EQ(outcome.ties.size(), 1U);
  EXPECT_EQ(outcome.ties[0].changes_outcome, true);
}

}  // namespace
}  // namespace wijktafel::budgeting
