// What forwarding knows without a database: kinds, states, pauses between tries, and what the words of other
// systems mean to ours. Pure.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::forwarding {

inline constexpr std::size_t title_most = 80;
inline constexpr std::size_t number_most = 64;         // of their number, as it is shown
inline constexpr std::size_t status_most = 40;         // of their status
inline constexpr std::size_t detail_most = 300;        // of what they said was wrong
inline constexpr std::size_t description_most = 4000;  // Open311 takes no more
inline constexpr int tries_most = 12;

// Stored as whole words; their Dutch is forwarding.kind.<word>.
inline constexpr std::array kinds{"open311", "mail", "csv"};
inline constexpr std::array formats{"xml", "json"};

enum class State { waiting, pending, sent, accepted, failed };
std::string_view word(State state);
std::optional<State> state_of(std::string_view word);

// Why it is not there (yet); forwarding.fault.<word>. "" when nothing is wrong.
struct Fault {
  std::string word = {};    // unreachable, busy, refused, not_understood, no_service, no_key, ...
  std::string detail = {};  // what the other system said itself
  bool is_final = false;    // trying again by itself would not help
};

// How long to wait after the n-th try (n from 1): 1, 5, 15 minutes, 1, 4, 12 hours, then a day.
std::chrono::minutes pause_after(int tries);

// What their word for a state means for a signal here; "" leaves it as it is.
std::string status_here(std::string_view theirs);
// Ours in the words that systems with updates know: OPEN, IN_PROGRESS, ACTION_SCHEDULED, CLOSED, FIXED.
std::string status_there(std::string_view ours, bool is_open);
// The key of the word for their state (forwarding.status.<key>), or "" for a word of their own.
std::string known_status(std::string_view theirs);

// Text of another system as it may be kept: tidy, at most so many code points.
std::string kept(std::string_view text, std::size_t most);

// Keys in one column: "a,b".
std::vector<std::string> keys_of(std::string_view list);
std::string list_of(const std::vector<std::string>& keys);

}  // namespace wijktafel::forwarding
