#include "capabilities/forwarding/model.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace wijktafel::forwarding {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 5> state_words{{{State::waiting, "waiting"},
                                                                         {State::pending, "pending"},
                                                                         {State::sent, "sent"},
                                                                         {State::accepted, "accepted"},
                                                                         {State::failed, "failed"}}};

// Their words, in the form of folded(): what they mean here, and the key of the word that we show.
struct Meaning {
  std::string_view theirs;
  std::string_view here;
  std::string_view shown;
};
constexpr std::array<Meaning, 16> meanings{{
    {"open", "", "open"},
    {"confirmed", "", "open"},
    {"reopen", "in_progress", "open"},
    {"for triage", "", "open"},
    {"internal referral", "", "open"},
    {"investigating", "in_progress", "in_progress"},
    {"in progress", "in_progress", "in_progress"},
    {"action scheduled", "planned", "planned"},
    {"planned", "planned", "planned"},
    {"closed", "done", "closed"},
    {"fixed", "done", "fixed"},
    {"fixed - council", "done", "fixed"},
    {"duplicate", "", "duplicate"},
    {"not councils responsibility", "will_not_be_done", "not_theirs"},
    {"no further action", "will_not_be_done", "no_action"},
    {"cancelled", "will_not_be_done", "no_action"},
}};

std::string folded(std::string_view theirs) {
  auto word = lower_ascii(trimmed(theirs));
  std::ranges::replace(word, '_', ' ');
  return word;
}

const Meaning* find_meaning(std::string_view theirs) {
  const auto word = folded(theirs);
  const auto* found = std::ranges::find(meanings, word, &Meaning::theirs);
  return found == meanings.end() ? nullptr : found;
}

}  // namespace

std::string_view word(State state) {
  return std::ranges::find(state_words, state, &std::pair<State, std::string_view>::first)->second;
}

std::optional<State> state_of(std::string_view word) {
  for (const auto& [state, its_word] : state_words)
    if (its_word == word) return state;
  return std::nullopt;
}

std::chrono::minutes pause_after(int tries) {
  using namespace std::chrono_literals;
  constexpr std::array<std::chrono::minutes, 7> pauses{1min, 5min, 15min, 1h, 4h, 12h, 24h};
  const auto at = static_cast<std::size_t>(std::max(tries, 1)) - 1;
  return pauses.at(std::min(at, pauses.size() - 1));
}

std::string status_here(std::string_view theirs) {
  const auto* meaning = find_meaning(theirs);
  return meaning ? std::string(meaning->here) : std::string();
}

std::string known_status(std::string_view theirs) {
  const auto* meaning = find_meaning(theirs);
  return meaning ? std::string(meaning->shown) : std::string();
}

std::string status_there(std::string_view ours, bool is_open) {
  if (ours == "in_progress") return "IN_PROGRESS";
  if (ours == "planned") return "ACTION_SCHEDULED";
  if (ours == "done" || ours == "confirmed") return "FIXED";
  return is_open ? "OPEN" : "CLOSED";
}

std::string kept(std::string_view text, std::size_t most) {
  return std::string(trimmed(first(tidy(text), most)));
}

std::vector<std::string> keys_of(std::string_view list) {
  std::vector<std::string> keys;
  for (const auto key : split(list, ','))
    if (!key.empty()) keys.emplace_back(key);
  return keys;
}

std::string list_of(const std::vector<std::string>& keys) {
  std::string list;
  for (const auto& key : keys) list += (list.empty() ? "" : ",") + key;
  return list;
}

}  // namespace wijktafel::forwarding
