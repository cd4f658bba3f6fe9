#include "capabilities/comments/model.hpp"

#include <utility>

namespace wijktafel::comments {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 5> words = {{{State::unconfirmed, "unconfirmed"},
                                                                      {State::waiting, "waiting"},
                                                                      {State::shown, "shown"},
                                                                      {State::hidden, "hidden"},
                                                                      {State::removed, "removed"}}};

constexpr std::array<std::pair<State, State>, 10> transitions = {{
    {State::unconfirmed, State::waiting},  // the area looks first
    {State::unconfirmed, State::shown},    // the area looks afterwards
    {State::unconfirmed, State::removed},  // the text of the item was destroyed
    {State::waiting, State::shown},        // a moderator approves
    {State::waiting, State::hidden},       // a moderator says why not
    {State::waiting, State::removed},      // the writer
    {State::shown, State::hidden},         // a moderator, with a reason
    {State::shown, State::removed},        // the writer
    {State::hidden, State::shown},         // a moderator takes it back
    {State::hidden, State::removed},       // the writer
}};

}  // namespace

std::string_view word(State state) {
  for (const auto& [known, name] : words)
    if (known == state) return name;
  return {};
}

std::optional<State> state_of(std::string_view word) {
  for (const auto& [state, name] : words)
    if (name == word) return state;
  return std::nullopt;
}

bool may_become(State from, State to) {
  for (const auto& [before, after] : transitions)
    if (before == from && after == to) return true;
  return false;
}

State after_confirmation(bool moderated_first) { return moderated_first ? State::waiting : State::shown; }

LinkState link_state(Instant asked_at, std::optional<Instant> confirmed_at, Instant now) {
  if (confirmed_at) return LinkState::used;
  return now < asked_at + link_life ? LinkState::usable : LinkState::expired;
}

}  // namespace wijktafel::comments
