// The rules of a table, without a database.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/time.hpp"

namespace wijktafel::tables {

// A table: being formed, at work, asleep, ended. Without a table an area still has signals and initiatives.
inline constexpr std::string_view body_states[] = {"being_formed", "active", "sleeping", "ended"};

// A meeting: planned, under_way, held, cancelled.
bool meeting_may_become(std::string_view from, std::string_view to);

// What a meeting is by the clock: nobody may have pressed a button, and still it goes on or is over.
enum class Phase { coming, now, not_closed, held, cancelled };
inline constexpr std::chrono::hours longest_meeting{4};
Phase phase_of(std::string_view status, Instant begins_at, Instant now);
// The moment at which time alone changes the phase; nothing when it never does.
std::optional<Instant> next_phase_at(std::string_view status, Instant begins_at, Instant now);

// "Stand van de afspraken": ten named at most.
inline constexpr int standing_limit = 10;

// What a decision is: an agreement of those who accept it, advice with a date for the answer, or a decision
// of the municipality under a regulation, which alone carries an objection clause (bezwaar, Awb).
inline constexpr std::string_view decision_kinds[] = {"agreement", "advice", "municipal"};
inline constexpr std::string_view decision_ways[] = {"consensus", "vote"};

struct Votes {
  int in_favour = 0;
  int against = 0;
  int abstain = 0;
  int recused = 0;  // directly involved: counted for nothing, named on the decision
};
// More for than against; a tie carries nothing.
bool is_carried(const Votes& votes);
// Those who voted or abstained are present for the quorum; who is recused is not.
int present(const Votes& votes);
bool meets_quorum(const Votes& votes, int quorum);

struct TimeOfDay {
  int hour = 0;
  int minute = 0;
};
// "19:30" (from <input type="time">), also "19.30", "9:05" and "19:30:00"; nothing for anything else.
std::optional<TimeOfDay> parse_time_of_day(std::string_view typed);

}  // namespace wijktafel::tables
