#include "capabilities/comments/model.hpp"

#include <gtest/gtest.h>
#include <set>

namespace wijktafel::comments {
namespace {

using enum State;

TEST(CommentStates, MayBecomeOnlyWhatTheTableSays) {
  const std::set<std::pair<State, State>> allowed = {
      {unconfirmed, waiting}, {unconfirmed, shown}, {unconfirmed, removed}, {waiting, shown},
      {waiting, hidden},      {waiting, removed},   {shown, hidden},        {shown, removed},
      {hidden, shown},        {hidden, removed}};
  for (const auto from : all_states)
    for (const auto to : all_states)
      EXPECT_EQ(may_become(from, to), allowed.contains({from, to})) << word(from) << " to " << word(to);
}

TEST(CommentStates, AreKeptAsWholeWords) {
  for (const auto state : all_states) EXPECT_EQ(state_of(word(state)), state);
  EXPECT_EQ(word(unconfirmed), "unconfirmed");
  EXPECT_EQ(state_of("deleted"), std::nullopt);
}

TEST(CommentStates, WaitForAModeratorWhereTheAreaWantsThat) {
  EXPECT_EQ(after_confirmation(true), waiting);
  EXPECT_EQ(after_confirmation(false), shown);
}

TEST(CommentLinks, WorkOnceAndForHalfAnHour) {
  const Instant asked = from_millis(1'000'000);
  EXPECT_EQ(link_state(asked, std::nullopt, asked), LinkState::usable);
  EXPECT_EQ(link_state(asked, std::nullopt, asked + link_life - std::chrono::milliseconds(1)),
            LinkState::usable);
  EXPECT_EQ(link_state(asked, std::nullopt, asked + link_life), LinkState::expired);
  EXPECT_EQ(link_state(asked, asked, asked), LinkState::used);
}

}  // namespace
}  // namespace wijktafel::comments
