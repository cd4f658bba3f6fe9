#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/tests/shared_folder.hpp"
#include "compute/budgeting/csv_conversion.hpp"
#include "compute/budgeting/pabulib.hpp"

namespace wijktafel::budgeting {
namespace {

TEST(PabulibWriting, WhatIsWrittenReadsBackEqualForEveryElectionOfTheSharedFolder) {
  const auto folder = shared_folder("data/pabulib");
  if (!folder) GTEST_SKIP() << "no elections in ../shared/data/pabulib";
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    if (entry.path().extension() != ".pb") continue;
    const auto election = read_pabulib(text_of(entry.path())).value();
    const auto again = read_pabulib(write_pabulib(election));
    ASSERT_TRUE(again.has_value()) << entry.path() << again.error().front().reason;
    EXPECT_TRUE(*again == election) << entry.path();
    ++count;
  }
  std::cout << count << " elections written and read back\n";
  EXPECT_GT(count, 0U);
}

TEST(CsvConversion, MakesAPabulibFileFromAListOfVotes) {
  const auto text =
      pabulib_from_csv({.plans = "Nummer;Naam;Kosten\n7;\"Bomen; veel\";1250,50\n8;Banken;300\n",
                        .votes = "Stem;Leeftijd\n\"7,8\";34\n8;61\n;20\n",
                        .budget = "1500",
                        .type = BallotType::approval,
                        .meta = {{"currency", "EUR"}}});
  ASSERT_TRUE(text.has_value());
  const auto election = read_pabulib(*text).value();
  EXPECT_EQ(election.projects[0].name, "Bomen; veel");
  EXPECT_EQ(election.projects[0].cost, 12505);
  EXPECT_EQ(election.money_scale, 10);
  EXPECT_EQ(election.voters, 3U);
  EXPECT_THAT(election.choices_of(0), testing::ElementsAre(0, 1));
  EXPECT_TRUE(election.choices_of(2).empty());
  EXPECT_EQ(election.voter_columns.at(0).values.at(1), "61");
}

TEST(CsvConversion, ReadsAColumnForEachPlan) {
  constexpr std::string_view two = "id,cost\na,10\nb,20\n";
  const auto approvals =
      pabulib_from_csv({.plans = two, .votes = "voter_id,a,b\nv1,x,\nv2,1,1\n", .budget = "25"});
  ASSERT_TRUE(approvals.has_value());
  EXPECT_THAT(read_pabulib(*approvals)->choices_of(1), testing::ElementsAre(0, 1));

  const auto ranks =
      pabulib_from_csv({.plans = two, .votes = "a,b\n2,1\n", .budget = "25", .type = BallotType::ordinal});
  ASSERT_TRUE(ranks.has_value());
  EXPECT_THAT(read_pabulib(*ranks)->choices_of(0), testing::ElementsAre(1, 0));

  const auto points =
      pabulib_from_csv({.plans = two, .votes = "a;b\n2,5;1\n", .budget = "25", .type = BallotType::scoring});
  ASSERT_TRUE(points.has_value());
  const auto election = read_pabulib(*points).value();
  EXPECT_EQ(election.points_scale, 10);
  EXPECT_THAT(election.points_of(0), testing::ElementsAre(25, 10));
}

TEST(CsvConversion, NamesEveryFaultInBothTables) {
  const auto made =
      pabulib_from_csv({.plans = "id;cost\na;ten\na;-5\n", .votes = "vote\na,c\n", .budget = "25"});
  ASSERT_FALSE(made.has_value());
  EXPECT_THAT(made.error().plans, testing::ElementsAre(InputFault{2, 3, "not_a_number", {"ten"}},
                                                       InputFault{3, 1, "plan_listed_twice", {"a"}},
                                                       InputFault{3, 3, "negative_amount", {"-5"}}));
  EXPECT_FALSE(made.error().votes.empty());
  EXPECT_EQ(pabulib_from_csv({.plans = "id;cost\na;1\n", .votes = "vote\na\n", .budget = "x"})
                .error()
                .result.at(0)
                .reason,
            "not_a_number");
}

}  // namespace
}  // namespace wijktafel::budgeting
