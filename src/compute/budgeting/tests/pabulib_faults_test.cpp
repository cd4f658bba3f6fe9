// What a reader refuses, and what it tolerates: each fault with its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compute/budgeting/pabulib.hpp"

namespace wijktafel::budgeting {
namespace {

using testing::Contains;
using testing::ElementsAre;

const std::string meta = "META\nkey;value\nbudget;100\nvote_type;approval\n";
const std::string plans = "PROJECTS\nproject_id;cost\n1;60\n2;50\n";
const std::string votes = "VOTES\nvoter_id;vote\na;1,2\nb;2\n";

std::vector<InputFault> faults_of(std::string_view text) {
  auto read = read_pabulib(text);
  return read ? std::vector<InputFault>{} : std::move(read.error());
}
std::vector<InputFault> notes_of(std::string_view text) {
  std::vector<InputFault> notes;
  EXPECT_TRUE(read_pabulib(text, &notes).has_value());
  return notes;
}

TEST(PabulibFaults, ASoundFileHasNone) {
  EXPECT_THAT(faults_of(meta + plans + votes), ElementsAre());
  EXPECT_THAT(notes_of(meta + plans + votes), ElementsAre());
}

TEST(PabulibFaults, MissingSectionsAndOrder) {
  EXPECT_THAT(faults_of(""), ElementsAre(InputFault{0, 0, "section_missing", {"META"}},
                                         InputFault{0, 0, "section_missing", {"PROJECTS"}},
                                         InputFault{0, 0, "section_missing", {"VOTES"}}));
  EXPECT_THAT(faults_of(meta + plans), ElementsAre(InputFault{0, 0, "section_missing", {"VOTES"}}));
  EXPECT_THAT(faults_of(plans + meta + votes), Contains(InputFault{5, 0, "section_order", {"META"}}));
  EXPECT_THAT(faults_of(meta + plans + plans + votes),
              Contains(InputFault{9, 0, "section_twice", {"PROJECTS"}}));
  EXPECT_THAT(faults_of("x\n" + meta + plans + votes),
              ElementsAre(InputFault{1, 0, "text_before_section", {}}));
  EXPECT_THAT(faults_of(meta + plans + "VOTES\n"),
              ElementsAre(InputFault{0, 0, "header_missing", {"VOTES"}}));
}

TEST(PabulibFaults, WhatMetaMustSay) {
  EXPECT_THAT(faults_of("META\nkey;value\nbudget;-1\nvote_type;loud\n" + plans + votes),
              ElementsAre(InputFault{4, 11, "unknown_vote_type", {"loud"}},
                          InputFault{3, 8, "negative_amount", {"-1"}}));
  EXPECT_THAT(faults_of("META\nkey;value\n" + plans + votes),
              ElementsAre(InputFault{0, 0, "vote_type_missing", {}}, InputFault{0, 0, "budget_missing", {}}));
  EXPECT_THAT(faults_of(meta + "num_projects;3\nnum_votes;x\n" + plans + votes),
              ElementsAre(InputFault{5, 14, "wrong_number_of_projects", {"3", "2"}},
                          InputFault{6, 11, "not_a_number", {"x"}}));
  EXPECT_THAT(faults_of(meta + "num_votes;3\n" + plans + votes),
              ElementsAre(InputFault{5, 11, "wrong_number_of_votes", {"3", "2"}}));
}

TEST(PabulibFaults, PlansAndTheirCosts) {
  EXPECT_THAT(
      faults_of(meta + "PROJECTS\nproject_id;cost\n1;-3\n1;5\n2;\n;4\n3;1;1\n4,5;1\n" + votes),
      ElementsAre(InputFault{7, 3, "negative_amount", {"-3"}}, InputFault{8, 1, "plan_listed_twice", {"1"}},
                  InputFault{9, 0, "cost_missing", {"2"}}, InputFault{10, 0, "empty_id", {""}},
                  InputFault{11, 0, "too_many_cells", {"2", "3"}},
                  InputFault{12, 1, "comma_in_id", {"4,5"}}));
  EXPECT_THAT(faults_of(meta + "PROJECTS\nproject_id;name\n1;x\n2;x\n" + votes),
              Contains(InputFault{6, 0, "column_missing", {"PROJECTS", "cost"}}));
  EXPECT_THAT(
      faults_of(meta + "PROJECTS\nproject_id;cost\n1;999999999999999999\n2;999999999999999999\n" + votes),
      ElementsAre(InputFault{0, 0, "too_much_money", {"1000000000000000000"}}));
}

TEST(PabulibFaults, NumbersOfMoreThan18DigitsAreTooLong) {
  const std::string digits(19, '9');
  EXPECT_THAT(faults_of("META\nkey;value\nbudget;" + digits + "\nvote_type;approval\n" +
                        "PROJECTS\nproject_id;cost\n1;-" + digits + ",5\n2;" + digits + "x\n" + votes),
              ElementsAre(InputFault{7, 3, "too_many_digits", {"-" + digits + ",5"}},
                          InputFault{8, 3, "not_a_number", {digits + "x"}},
                          InputFault{3, 8, "too_many_digits", {digits}}));
}

TEST(PabulibFaults, VotesPointToTheIdThatIsWrong) {
  EXPECT_THAT(faults_of(meta + plans + "VOTES\nvoter_id;vote\né;1,12,2\nb;2,\n"),
              ElementsAre(InputFault{11, 5, "unknown_project", {"12"}}, InputFault{12, 5, "empty_id", {""}}));
}

TEST(PabulibFaults, PointsMustMatchTheVote) {
  const std::string scores =
      "META\nkey;value\nbudget;100\nvote_type;scoring\n" + plans + "VOTES\nvoter_id;vote;points\n";
  EXPECT_THAT(
      faults_of(scores + "a;1,2;5\nb;1;-2\nc;2;x\nd;;\ne;1\n"),
      ElementsAre(InputFault{11, 7, "points_do_not_match", {"2", "1"}},
                  InputFault{12, 5, "negative_points", {"-2"}}, InputFault{13, 5, "not_a_number", {"x"}},
                  InputFault{15, 0, "points_do_not_match", {"1", "0"}}));
}

TEST(PabulibFaults, TextThatIsNotUtf8AndQuotesThatNeverEnd) {
  EXPECT_THAT(faults_of(meta + "unit;caf\xe9\n" + plans + votes),
              ElementsAre(InputFault{5, 9, "not_utf8", {}}));
  EXPECT_THAT(faults_of(meta + plans + "VOTES\nvoter_id;vote\na;\"1,2\n"),
              Contains(InputFault{11, 0, "unclosed_quote", {}}));
}

TEST(PabulibFaults, ManyFaultsEndInOneThatSaysSo) {
  std::string text = meta + plans + "VOTES\nvoter_id;vote\n";
  for (int i = 0; i < 3000; ++i) text += "v;9\n";
  const auto faults = faults_of(text);
  ASSERT_EQ(faults.size(), 1001U);
  EXPECT_EQ(faults.back().reason, "more_faults");
}

TEST(PabulibTolerance, ReadsTheSameWithMarkCarriageReturnsQuotesSpacesAndCase) {
  const auto plain = read_pabulib(meta + plans + votes).value();
  std::string crlf = "\xEF\xBB\xBF";
  for (const char c : meta + plans + votes) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_TRUE(read_pabulib(crlf).value() == plain);
  const auto other = read_pabulib(
      "meta\nkey;value\n\n budget ; \"100\" \nvote_type;Approval\nprojects\nproject_id;cost\n "
      "\"1\";60\n2;50,00\n"
      "Votes\nvoter_id;vote\na;\"1,2\"\nb; 2 \n");
  ASSERT_FALSE(other.has_value());  // a quote counts at the beginning of a cell only: ' "1"' is another id
  const auto spaced = read_pabulib(
      "meta\nkey;value\n\n budget ; 100 \nvote_type;Approval\nprojects\nproject_id;cost\n 1;60\n2;50,00\n"
      "Votes\nvoter_id;vote\na;\"1, 2\"\nb; 2 \n");
  ASSERT_TRUE(spaced.has_value()) << spaced.error().front().reason;
  EXPECT_EQ(spaced->choices, plain.choices);
  EXPECT_EQ(spaced->projects, plain.projects);
}

TEST(PabulibTolerance, NoneIsNoValueAndAnEmptyBallotCounts) {
  const auto election =
      read_pabulib(meta + "PROJECTS\nproject_id;cost;name;category\n1;60;None;none\n2;50;B;x, y\n" +
                   "VOTES\nvoter_id;vote;sex\na;NONE;none\nb;2;F\nc;;\n")
          .value();
  EXPECT_EQ(election.voters, 3U);
  EXPECT_THAT(election.weights, ElementsAre(2, 1));
  EXPECT_EQ(election.projects[0].name, "");
  EXPECT_THAT(election.projects[1].categories, ElementsAre("x", "y"));
  EXPECT_THAT(election.voter_columns[0].values, ElementsAre("", "F"));
}

TEST(PabulibTolerance, SaysWhatItToleratedInNotes) {
  EXPECT_THAT(
      notes_of(meta + "budget;100\nunit;A;B\n" + plans + "VOTES\nvoter_id;vote\na;1,1\na;2\n"),
      ElementsAre(InputFault{5, 0, "key_twice", {"budget"}}, InputFault{6, 8, "text_after_value", {"unit"}},
                  InputFault{13, 3, "plan_twice", {"1"}}, InputFault{14, 0, "voter_twice", {"a"}}));
}

TEST(PabulibTolerance, NotesWhatTheFileSaysOfItselfAndDoesNotDo) {
  const std::string text =
      "META\nkey;value\nbudget;100\nvote_type;cumulative\nmax_length;1\nmax_sum_points;3\nmax_sum_cost;100\n"
      "PROJECTS\nproject_id;cost;votes;score\n1;60;2;5\n2;50;2;1\n"
      "VOTES\nvoter_id;vote;points\na;1,2;3,1\nb;1;2\n";
  // Ballot a names two plans, of 110 together, with 4 points. Plan 2 has one vote.
  EXPECT_THAT(notes_of(text), ElementsAre(InputFault{14, 3, "vote_too_long", {"2", "1"}},
                                          InputFault{14, 3, "too_many_points", {"4", "3"}},
                                          InputFault{14, 3, "vote_too_dear", {"110", "100"}},
                                          InputFault{11, 6, "other_number_of_votes", {"2", "1"}}));
}

TEST(PabulibTolerance, PointsWithDecimalsAreOfOneScale) {
  const auto election = read_pabulib("META\nkey;value\nbudget;1\nvote_type;cumulative\n" + plans +
                                     "VOTES\nvoter_id;vote;points\na;1;2\nb;1,2;0.25,1\nc;1;2.0\n")
                            .value();
  EXPECT_EQ(election.points_scale, 100);
  EXPECT_THAT(election.weights, ElementsAre(2, 1));
  EXPECT_THAT(election.points, ElementsAre(200, 25, 100));
}

}  // namespace
}  // namespace wijktafel::budgeting
