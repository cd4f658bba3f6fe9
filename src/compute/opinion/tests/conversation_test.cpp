#include "compute/opinion/conversation.hpp"

#include <gmock/gmock.h>

#include "compute/opinion/tests/town_support.hpp"

namespace wijktafel::opinion {
namespace {

// What a conversation says of its groups, counted again from all votes.
void expect_counts_as_from_scratch(const Conversation& conversation) {
  const auto votes = conversation.votes();
  std::vector<std::vector<PersonIndex>> people(conversation.analysis().groups.size());
  for (PersonIndex p = 0; p < votes.people_count(); ++p)
    if (const auto group = conversation.place_of(p).group) people[*group].push_back(p);
  for (std::uint32_t g = 0; g < people.size(); ++g) {
    EXPECT_EQ(conversation.group_size(g), people[g].size());
    EXPECT_EQ(conversation.group_tallies(g), tally(votes, people[g]));
  }
}

TEST(Conversation, AfterEveryVoteAsCountedFromScratch) {
  const auto made = town({30, 20}, 25, "stream");
  Conversation conversation(made.votes(), {}, {});
  ASSERT_EQ(conversation.analysis().groups.size(), 2U);
  const auto newcomer = conversation.add_person("new");
  lot::Lot lot("test", "votes");
  int moved = 0;
  for (int times = 0; times < 300; ++times) {
    const auto person = times % 3 == 0 ? newcomer : static_cast<PersonIndex>(lot.below(51));
    const auto statement = static_cast<StatementIndex>(lot.below(25));
    const auto before = conversation.place_of(person).group;
    const auto place =
        conversation.add_vote(person, statement, static_cast<Vote>(static_cast<int>(lot.below(3)) - 1));
    moved += before != place.group;
    const auto votes = conversation.votes();
    if (place.group || votes.of(person).size() >= 7) {
      EXPECT_EQ(place.point, project(conversation.analysis().components, votes.of(person)));
    }
  }
  EXPECT_GT(moved, 0);
  EXPECT_TRUE(conversation.place_of(newcomer).group);
  EXPECT_EQ(conversation.votes_since(), 300U);
  expect_counts_as_from_scratch(conversation);
}

TEST(Conversation, RecomputedIsComputed) {
  const auto made = town({30, 20}, 25, "again");
  const auto all = made.votes();
  std::vector<CastVote> first(made.cast.begin(), made.cast.begin() + 600);
  Conversation conversation(Votes(made.people, made.statements, first), {}, {});
  for (std::size_t i = 600; i < made.cast.size(); ++i)
    conversation.add_vote(made.cast[i].person, made.cast[i].statement, made.cast[i].vote);
  conversation.recompute();
  const auto analysis = analyse(all, {}, {});
  EXPECT_EQ(conversation.votes_since(), 0U);
  EXPECT_EQ(conversation.analysis().points, analysis.points);
  EXPECT_EQ(conversation.analysis().group_of, analysis.group_of);
  EXPECT_EQ(conversation.analysis().priority, analysis.priority);
}

TEST(Conversation, AGroupDoesNotShrinkBelowWhatMayBeShown) {
  const auto made = town({30, 6}, 30, "shrink");
  Conversation conversation(made.votes(), {}, {.smallest_group = 5});
  ASSERT_EQ(conversation.analysis().groups.size(), 2U);
  ASSERT_EQ(conversation.group_size(1), 6U);
  // Everybody of the small group now votes as the first person of the large one.
  const auto example = made.votes();
  for (PersonIndex p = 30; p < 36; ++p)
    for (const auto cell : example.of(0)) conversation.add_vote(p, cell.statement(), cell.vote());
  EXPECT_EQ(conversation.group_size(1), 5U);
  expect_counts_as_from_scratch(conversation);
}

TEST(Conversation, StatementsThatCameLaterCountButMoveNobody) {
  const auto made = town({30, 20}, 25, "later");
  Conversation conversation(made.votes(), {}, {});
  const auto before = conversation.place_of(0);
  const auto statement = conversation.add_statement("late", {});
  EXPECT_THAT(conversation.next(0, 1), testing::ElementsAre(statement));
  const auto place = conversation.add_vote(0, statement, Vote::agree);
  EXPECT_EQ(place.point, before.point);
  EXPECT_EQ(conversation.group_tallies(*place.group)[statement], (Tally{1, 0, 1}));
  EXPECT_THAT(conversation.next(0, 100), testing::Not(testing::Contains(statement)));
  expect_counts_as_from_scratch(conversation);
}

}  // namespace
}  // namespace wijktafel::opinion
