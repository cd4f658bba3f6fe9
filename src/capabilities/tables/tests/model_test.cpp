// The rules of a table, without a database.
#include "capabilities/tables/model.hpp"

#include <gtest/gtest.h>

namespace wijktafel::tables {
namespace {

using namespace std::chrono_literals;

const Instant evening = parse_instant("2026-12-03T19:30:00+01:00").value();

TEST(MeetingStates, GoOneWay) {
  EXPECT_TRUE(meeting_may_become("planned", "under_way"));
  EXPECT_TRUE(meeting_may_become("planned", "held"));
  EXPECT_TRUE(meeting_may_become("planned", "cancelled"));
  EXPECT_TRUE(meeting_may_become("under_way", "held"));
  EXPECT_FALSE(meeting_may_become("under_way", "cancelled"));
  EXPECT_FALSE(meeting_may_become("under_way", "planned"));
  for (const auto* over : {"held", "cancelled"})
    for (const auto* next : {"planned", "under_way", "held", "cancelled"})
      EXPECT_FALSE(meeting_may_become(over, next)) << over << " to " << next;
}

TEST(PhaseOfAMeeting, FollowsTheClockUntilSomebodyClosesIt) {
  EXPECT_EQ(phase_of("planned", evening, evening - 1ms), Phase::coming);
  EXPECT_EQ(phase_of("planned", evening, evening), Phase::now);
  EXPECT_EQ(phase_of("planned", evening, evening + longest_meeting - 1ms), Phase::now);
  EXPECT_EQ(phase_of("planned", evening, evening + longest_meeting), Phase::not_closed);
  EXPECT_EQ(phase_of("under_way", evening, evening - 1h), Phase::now);
  EXPECT_EQ(phase_of("under_way", evening, evening + 30h), Phase::not_closed);
  EXPECT_EQ(phase_of("held", evening, evening + 1h), Phase::held);
  EXPECT_EQ(phase_of("cancelled", evening, evening - 1h), Phase::cancelled);
}

TEST(PhaseOfAMeeting, SaysWhenTimeAloneChangesIt) {
  EXPECT_EQ(next_phase_at("planned", evening, evening - 1h), evening);
  EXPECT_EQ(next_phase_at("planned", evening, evening), evening + longest_meeting);
  EXPECT_EQ(next_phase_at("planned", evening, evening + longest_meeting), std::nullopt);
  EXPECT_EQ(next_phase_at("held", evening, evening), std::nullopt);
  EXPECT_EQ(next_phase_at("cancelled", evening, evening - 1h), std::nullopt);
}

// At the moment that is named, and not a millisecond before, the phase is another one.
TEST(PhaseOfAMeeting, ChangesExactlyThen) {
  for (const auto* status : {"planned", "under_way"})
    for (const auto now : {evening - 5h, evening, evening + 1h}) {
      const auto next = next_phase_at(status, evening, now).value();
      EXPECT_EQ(phase_of(status, evening, next - 1ms), phase_of(status, evening, now));
      EXPECT_NE(phase_of(status, evening, next), phase_of(status, evening, now));
    }
}

TEST(AVote, IsCarriedByMoreForThanAgainst) {
  EXPECT_TRUE(is_carried({.in_favour = 4, .against = 3}));
  EXPECT_FALSE(is_carried({.in_favour = 3, .against = 3}));
  EXPECT_FALSE(is_carried({.in_favour = 0, .against = 0, .abstain = 9}));
  EXPECT_TRUE(is_carried({.in_favour = 1, .against = 0, .abstain = 9}));
}

TEST(AVote, CountsForTheQuorumWhoVotesOrAbstainsAndNotWhoIsRecused) {
  EXPECT_TRUE(meets_quorum({.in_favour = 2, .against = 1, .abstain = 2}, 5));
  EXPECT_FALSE(meets_quorum({.in_favour = 2, .against = 1, .abstain = 1, .recused = 4}, 5));
  EXPECT_TRUE(meets_quorum({}, 0));
}

TEST(TimeOfDay, IsReadAsPeopleTypeIt) {
  const auto is = [](std::string_view typed, int hour, int minute) {
    const auto time = parse_time_of_day(typed);
    return time && time->hour == hour && time->minute == minute;
  };
  EXPECT_TRUE(is("19:30", 19, 30));
  EXPECT_TRUE(is("19.30", 19, 30));
  EXPECT_TRUE(is("9:05", 9, 5));
  EXPECT_TRUE(is("00:00", 0, 0));
  EXPECT_TRUE(is("23:59:00", 23, 59));
  for (const auto* typed : {"", "19", "19:", ":30", "24:00", "19:60", "1930", "19:3", "-1:30", "19:30:61",
                            "half acht", "19:30:00:00"})
    EXPECT_FALSE(parse_time_of_day(typed)) << typed;
}

}  // namespace
}  // namespace wijktafel::tables
