// What a signal is and how it may go: kinds, channels, statuses and the transition table. Pure; thread-safe.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::signals {

inline constexpr std::size_t title_most = 120;
inline constexpr std::size_t text_most = 4000;
inline constexpr std::size_t place_words_most = 200;
inline constexpr std::size_t name_most = 100;
// How often one may send within sent_window. A class or a meeting behind one address reports at the same
// time; one browser does not send this often by hand.
inline constexpr int sent_per_device = 20;
inline constexpr int sent_per_network = 600;
inline constexpr std::chrono::hours sent_window{1};

inline constexpr std::size_t photos_most = 5;
inline constexpr std::chrono::hours draft_lifetime{24};
// How long the receipt with its secret link can be opened again: a reload, a second press of "Verstuur".
inline constexpr std::chrono::minutes receipt_lifetime{15};
// After "done" the reporter has this many days to say whether it is so; silence is "niet bevestigd".
inline constexpr int confirm_days = 14;

// How a reporter is reached, and who supports, is forgotten this long after the signal closed.
inline constexpr int reporter_kept_days = 400;

// Stored as whole words; their Dutch is signals.kind.<word>.
enum class Kind { problem, chance, question, compliment };
std::string_view word(Kind kind);
std::optional<Kind> kind_of(std::string_view word);
const std::vector<Kind>& all_kinds();

// How it reached us; the rules are the same for all.
enum class Channel {
  web,
  phone,
  counter,
  paper,
  meeting,
  inspection_walk,
  panel,
  professional,
  mail,
  open311
};
std::string_view word(Channel channel);
std::optional<Channel> channel_of(std::string_view word);
const std::vector<Channel>& all_channels();

// How urgent those who work on it find it; never shown as a judgement of who told it.
enum class Priority { low, normal, high };
std::string_view word(Priority priority);
std::optional<Priority> priority_of(std::string_view word);
const std::vector<Priority>& all_priorities();

// How the reporter wants to hear.
enum class Reach { mail, phone, none };
std::string_view word(Reach reach);
std::optional<Reach> reach_of(std::string_view word);

enum class Status {
  received,
  looked_at,
  open_to_neighbours,
  planned,
  waiting,
  on_the_table,
  in_progress,
  reopened,
  done,
  confirmed,
  not_confirmed,
  became_initiative,
  part_of_goal,
  forwarded,
  referred,
  duplicate,
  will_not_be_done,
  thanked,
};
std::string_view word(Status status);
std::optional<Status> status_of(std::string_view word);
const std::vector<Status>& all_statuses();

// Somebody still has to do something.
bool is_open(Status status);
// Said to be done, whatever its reporter said of it.
bool is_solved(Status status);
// The transition table. A status may follow itself while a signal is open (a second message, another date).
bool may_become(Status from, Status to);
// What an answer may make of a signal of this kind: never more than the table allows. In the order of the
// form.
std::vector<Status> answers_for(Kind kind, Status from);

// Care that a worry about a person was handed to; the only thing that is kept besides the date.
const std::vector<std::string>& care_kinds();

// The tone of the badge: done late ok goal chance new.
std::string_view tone(Status status);

// The last day of a month as people choose it ("2026-12"), or nothing.
std::optional<Date> last_day_of_month(std::string_view year_and_month);

// A title of at most title_most code points from what was told.
std::string title_from(Kind kind, std::string_view text, std::string_view chance);

}  // namespace wijktafel::signals
