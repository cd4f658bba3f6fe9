// The rules of reactions: their states, how long and how often. Pure.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "base/time.hpp"

namespace wijktafel::comments {

enum class State {
  unconfirmed,  // waits for the button behind the mailed link; nobody sees it
  waiting,      // confirmed; waits for a moderator, where the area wants that
  shown,
  hidden,   // by a moderator, with a reason that everybody reads
  removed,  // by its writer, or with the text of its item; the text is gone
};
inline constexpr std::array all_states = {State::unconfirmed, State::waiting, State::shown, State::hidden,
                                          State::removed};
std::string_view word(State state);
std::optional<State> state_of(std::string_view word);
bool may_become(State from, State to);
// Where a reaction goes once it is known who wrote it.
State after_confirmation(bool moderated_first);

inline constexpr std::size_t text_limit = 2000;   // code points
inline constexpr std::size_t name_limit = 80;     // code points
inline constexpr std::size_t reason_limit = 300;  // code points

inline constexpr std::chrono::minutes link_life{30};
inline constexpr std::chrono::hours unconfirmed_kept{
    24};  // as long as the limits look back, and a late reader
inline constexpr std::chrono::hours network_kept{24};
inline constexpr std::chrono::seconds fastest{3};  // nobody types a name, an address and a reaction faster

inline constexpr int page_size = 20;      // reactions on a page, each with its replies
inline constexpr int most_replies = 100;  // to one reaction; all of them are on the page
inline constexpr int queue_page_size = 20;

// How often; wide enough for a school behind one address (see README.md).
inline constexpr int per_address = 5;           // unconfirmed, in link_life
inline constexpr int per_network = 120;         // in link_life
inline constexpr int per_person = 30;           // in link_life, signed in
inline constexpr int reports_per_network = 60;  // in link_life

enum class LinkState { usable, expired, used };
LinkState link_state(Instant asked_at, std::optional<Instant> confirmed_at, Instant now);

// Why somebody reports a reaction; words: comments.report.reason.<word>.
inline constexpr std::array<std::string_view, 4> report_reasons = {"rude", "privacy", "untrue",
                                                                   "advertising"};

}  // namespace wijktafel::comments
