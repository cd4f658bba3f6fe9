#include "compute/opinion/votes.hpp"

#include <gmock/gmock.h>

#include "compute/opinion/read_statements.hpp"
#include "compute/opinion/read_votes.hpp"

namespace wijktafel::opinion {
namespace {

using testing::ElementsAre;

std::string written(const Votes& votes) {
  std::string text;
  for (PersonIndex p = 0; p < votes.people_count(); ++p) {
    text += votes.people()[p] + ":";
    for (const auto cell : votes.of(p))
      text +=
          " " + votes.statements()[cell.statement()] + "=" + std::to_string(static_cast<int>(cell.vote()));
    text += "\n";
  }
  return text;
}

std::vector<std::string> faults_of(const auto& read) {
  std::vector<std::string> faults;
  if (read) return faults;
  for (const auto& fault : read.error()) {
    auto text =
        std::to_string(fault.line) + ":" + std::to_string(fault.column) + " " + std::string(fault.reason);
    for (const auto& fact : fault.facts) text += " " + fact;
    faults.push_back(text);
  }
  return faults;
}

TEST(Votes, TheLatestVoteCountsAndAtOneTimeTheLastInTheList) {
  const Votes votes(
      {"ann", "bob"}, {"s", "t"},
      std::vector<CastVote>{
          {1, 1, Vote::agree, 5}, {0, 0, Vote::agree, 9}, {0, 0, Vote::pass, 3}, {1, 1, Vote::disagree, 5}});
  EXPECT_EQ(written(votes), "ann: s=1\nbob: t=-1\n");
}

TEST(Votes, NumbersComeFirstAndByTheirValue) {
  EXPECT_TRUE(comes_before("9", "10"));
  EXPECT_TRUE(comes_before("7", "07"));
  EXPECT_FALSE(comes_before("07", "7"));
  EXPECT_TRUE(comes_before("007", "8"));
  EXPECT_TRUE(comes_before("99999999999999999999998", "99999999999999999999999"));
  EXPECT_TRUE(comes_before("10", "a"));
  EXPECT_TRUE(comes_before("a", "b"));
  EXPECT_FALSE(comes_before("a", "a"));
}

TEST(ReadVotes, TheThreeFormsSayTheSame) {
  const auto matrix = read_votes(
      "participant,group-id,n-comments,n-votes,n-agree,n-disagree,2,10\n"
      "10,0,0,2,1,1,1,-1\n"
      "9,,0,1,0,0,,0\n");
  const auto log = read_votes(
      "timestamp,datetime,comment-id,voter-id,vote\n"
      "5,then,2,10,1\n9,later,10,9,0\n3,before,2,10,-1\n7,x,10,10,-1\n");
  const auto plain = read_votes(
      "\xEF\xBB\xBFparticipant;statement;vote\r\n10;10;disagree\r\n\r\n9;10;pass\r\n"
      "10;2;0\r\n10;2;agree\r\n");
  const std::string same = "9: 10=0\n10: 2=1 10=-1\n";
  for (const auto* read : {&matrix, &log, &plain}) {
    ASSERT_TRUE(*read) << testing::PrintToString(faults_of(*read));
    EXPECT_EQ(written(**read), same);
  }
}

TEST(ReadVotes, AllFaultsAtOnceWithTheirPlaces) {
  EXPECT_THAT(faults_of(read_votes("participant,statement,vote,timestamp\n"
                                   "a,b,2,x\n"
                                   "é,,1,7\n"
                                   "a,b\n"
                                   "\"a,b,1,1\n")),
              ElementsAre("2:5 not_a_vote 2", "2:7 not_a_time x", "3:3 empty_name 2", "4:1 cell_count 2 4",
                          "5:1 unclosed_quote", "5:1 cell_count 1 4"));
  EXPECT_THAT(faults_of(read_votes("participant,n-votes,1,1\nx,1,1,\nx,1,,maybe\n")),
              ElementsAre("1:23 double_column 1", "3:1 double_person x 2", "3:6 not_a_vote maybe"));
}

TEST(ReadVotes, GivesTheFirstThousandFaultsOfAFileThatIsSomethingElse) {
  std::string text = "participant,statement,vote\n";
  for (int line = 0; line < 3000; ++line) text += "a,b,c\n";
  const auto faults = faults_of(read_votes(text));
  ASSERT_EQ(faults.size(), 1000U);
  EXPECT_EQ(faults.back(), "1001:5 not_a_vote c");
}

TEST(ReadVotes, RefusesWhatHoldsNoVotes) {
  EXPECT_THAT(faults_of(read_votes("")), ElementsAre("0:0 no_lines"));
  EXPECT_THAT(faults_of(read_votes("\n\n")), ElementsAre("0:0 no_lines"));
  EXPECT_THAT(faults_of(read_votes("participant,statement,vote\n")), ElementsAre("0:0 no_votes"));
  EXPECT_THAT(faults_of(read_votes("name,vote\nx,1\n")), ElementsAre("1:1 unknown_header"));
  EXPECT_THAT(faults_of(read_votes("participant,statement,vote\n\xFF,1,1\n")), ElementsAre("0:0 not_utf8"));
}

TEST(ReadStatements, TextsAndModeration) {
  const auto statements = read_statements(
      "timestamp,comment-id,moderated,comment-body\n"
      "1,10,-1,\"Out, really\"\n1,9,0,Waiting\n1,1,1,In\n");
  ASSERT_TRUE(statements);
  const Votes votes({"a"}, {"1", "8", "10"}, std::vector<CastVote>{});
  EXPECT_THAT(places_of(votes, *statements), ElementsAre(0, no_statement, 2));
  EXPECT_EQ(statements->at(2).text, "Out, really");
  const auto moderation = moderation_of(votes, *statements);
  EXPECT_FALSE(moderation[0].is_out);
  EXPECT_FALSE(moderation[1].is_out);
  EXPECT_TRUE(moderation[2].is_out);
}

TEST(ReadStatements, AllFaultsAtOnce) {
  EXPECT_THAT(faults_of(read_statements("statement,text,moderated,is-meta\n1,a,1,true\n1,b,2,\n,c,,\n5\n")),
              ElementsAre("3:1 double_statement 1 2", "3:5 not_moderated 2", "4:1 empty_name 1",
                          "5:1 cell_count 1 4"));
  EXPECT_THAT(faults_of(read_statements("a,b\n1,2\n")), ElementsAre("1:1 unknown_header"));
  EXPECT_TRUE(read_statements("statement,text,is-meta\n1,a,true\n")->front().moderation.is_meta);
}

}  // namespace
}  // namespace wijktafel::opinion
