// The rules of goals and commitments: which state may follow which, when something is late, when a goal is
// reached.
#include "capabilities/goals/model.hpp"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace wijktafel::goals {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

const std::vector<std::string> all_states = {
    "offered", "subject_to_consent", "declined", "agreed",        "on_track", "at_risk",  "reported_done",
    "kept",    "partly_kept",        "not_kept", "not_confirmed", "lapsed",   "replaced", "given_back"};

std::set<std::string> after(std::string_view from) {
  std::set<std::string> found;
  for (const auto& to : all_states)
    if (may_become(from, to)) found.insert(to);
  return found;
}

TEST(States, FollowEachOtherByTheTable) {
  using Set = std::set<std::string>;
  const Set under_way = {"on_track", "at_risk", "reported_done", "kept",      "partly_kept",
                         "not_kept", "lapsed",  "replaced",      "given_back"};
  EXPECT_EQ(after("offered"), (Set{"agreed", "subject_to_consent", "declined"}));
  EXPECT_EQ(after("subject_to_consent"), (Set{"agreed", "declined"}));
  for (const auto* state : {"agreed", "on_track", "at_risk"}) EXPECT_EQ(after(state), under_way) << state;
  EXPECT_EQ(after("reported_done"), (Set{"kept", "partly_kept", "not_kept", "not_confirmed"}));
  EXPECT_EQ(after("not_confirmed"), (Set{"kept", "partly_kept", "not_kept"}));
  for (const auto* end : {"kept", "partly_kept", "not_kept", "lapsed", "replaced", "given_back", "declined"})
    EXPECT_TRUE(after(end).empty()) << end;
  EXPECT_TRUE(after("no_such_state").empty());
}

TEST(States, AreOpenUntilSomethingIsSaidForGood) {
  const std::set<std::string> open = {"offered", "subject_to_consent", "agreed", "on_track",
                                      "at_risk", "reported_done"};
  for (const auto& state : all_states) EXPECT_EQ(is_open_state(state), open.contains(state)) << state;
}

TEST(Lateness, FollowsFromTheClockForWhoPromisedAndHasNotReported) {
  const Date due = day("2026-11-15");
  EXPECT_EQ(days_late("agreed", due, day("2026-11-15")), 0);
  EXPECT_EQ(days_late("agreed", due, day("2026-11-16")), 1);
  EXPECT_EQ(days_late("at_risk", due, day("2026-11-22")), 7);
  EXPECT_EQ(days_late("on_track", due, day("2026-10-01")), 0);
  for (const auto* state :
       {"offered", "subject_to_consent", "reported_done", "kept", "not_confirmed", "given_back"})
    EXPECT_EQ(days_late(state, due, day("2027-01-01")), 0) << state;
}

TEST(Goals, AreReachedFromBelowAndFromAbove) {
  EXPECT_FALSE(is_reached(0, 40, 39.9));
  EXPECT_TRUE(is_reached(0, 40, 40));
  EXPECT_TRUE(is_reached(0, 40, 46));
  EXPECT_TRUE(is_reached(9, 3, 3));
  EXPECT_TRUE(is_reached(9, 3, 2));
  EXPECT_FALSE(is_reached(9, 3, 4));
  EXPECT_FALSE(is_reached(9, 3, 12));
}

TEST(WhatOneMayDo, IsTheOtherThingForEachSide) {
  const Asker promiser{.is_promiser = true};
  const Asker receiver{.is_receiver = true};
  EXPECT_TRUE(possible_now("offered", false, promiser).accept);
  EXPECT_TRUE(possible_now("offered", false, promiser).decline);
  EXPECT_FALSE(possible_now("offered", false, receiver).accept);
  EXPECT_FALSE(possible_now("agreed", false, promiser).accept);
  EXPECT_TRUE(possible_now("subject_to_consent", false, promiser).give_consent);
  EXPECT_TRUE(possible_now("agreed", false, promiser).change_due);
  EXPECT_FALSE(possible_now("reported_done", false, promiser).change_due);
  EXPECT_TRUE(possible_now("reported_done", false, receiver).judge);
  EXPECT_TRUE(possible_now("not_confirmed", false, receiver).judge);
  EXPECT_FALSE(possible_now("agreed", false, receiver).judge);
  EXPECT_TRUE(possible_now("agreed", true, receiver).judge);
  EXPECT_TRUE(possible_now("agreed", false, receiver).lapse);
  EXPECT_FALSE(possible_now("kept", false, receiver).judge);
}

TEST(WhatOneMayDo, NeverHoldsAJudgementOfOnesOwnPromise) {
  const Asker both{.is_promiser = true, .is_receiver = true};
  for (const auto& state : all_states) {
    EXPECT_FALSE(possible_now(state, true, both).judge) << state;
    EXPECT_FALSE(possible_now(state, true, both).lapse) << state;
  }
}

TEST(WhatOneMayDo, LetsOnlyResidentsGiveBackAndOnlyAnotherBecomeTheContact) {
  EXPECT_FALSE(possible_now("agreed", false, {.is_promiser = true}).give_back);
  EXPECT_TRUE(possible_now("agreed", false, {.is_promiser = true, .is_residents_group = true}).give_back);
  EXPECT_TRUE(possible_now("agreed", false, {.is_promiser = true}).become_contact);
  EXPECT_FALSE(possible_now("agreed", false, {.is_promiser = true, .is_contact = true}).become_contact);
  EXPECT_FALSE(possible_now("offered", false, {.is_promiser = true}).become_contact);
}

TEST(WhatOneMayDo, IsNothingForAnybodyElse) {
  for (const auto& state : all_states) {
    const auto possible = possible_now(state, true, {});
    EXPECT_FALSE(possible.accept || possible.give_consent || possible.decline || possible.report ||
                 possible.change_due || possible.give_back || possible.replace || possible.become_contact ||
                 possible.judge || possible.lapse)
        << state;
  }
}

}  // namespace
}  // namespace wijktafel::goals
