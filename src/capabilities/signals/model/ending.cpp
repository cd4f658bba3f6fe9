#include "capabilities/signals/model/ending.hpp"

#include <array>
#include <utility>

namespace wijktafel::signals {
namespace {

constexpr std::array<std::pair<Ending, std::string_view>, 10> endings{{
    {Ending::solved, "solved"},
    {Ending::neighbours, "neighbours"},
    {Ending::not_confirmed, "not_confirmed"},
    {Ending::will_not_be_done, "will_not_be_done"},
    {Ending::part_of_goal, "part_of_goal"},
    {Ending::initiative, "initiative"},
    {Ending::forwarded, "forwarded"},
    {Ending::thanked, "thanked"},
    {Ending::duplicate, "duplicate"},
    {Ending::referred, "referred"},
}};

}  // namespace

std::string_view word(Ending ending) {
  for (const auto& [known, name] : endings)
    if (known == ending) return name;
  return {};
}

std::optional<Ending> ending_named(std::string_view word) {
  for (const auto& [known, name] : endings)
    if (name == word) return known;
  return std::nullopt;
}

std::vector<std::string> endings_of_lists() {
  std::vector<std::string> words;
  for (const auto& [ending, name] : endings)
    if (ending != Ending::referred) words.emplace_back(name);
  return words;
}

std::optional<Ending> ending_of(Status status, bool by_neighbours) {
  switch (status) {
    case Status::done:
    case Status::confirmed: return by_neighbours ? Ending::neighbours : Ending::solved;
    case Status::not_confirmed: return Ending::not_confirmed;
    case Status::will_not_be_done: return Ending::will_not_be_done;
    case Status::part_of_goal: return Ending::part_of_goal;
    case Status::became_initiative: return Ending::initiative;
    case Status::forwarded: return Ending::forwarded;
    case Status::thanked: return Ending::thanked;
    case Status::duplicate: return Ending::duplicate;
    case Status::referred: return Ending::referred;
    default: return std::nullopt;
  }
}

std::string sentence_key(Ending ending, Status status) {
  const bool is_agreed =
      status == Status::confirmed && (ending == Ending::solved || ending == Ending::neighbours);
  return "signals.ending." + std::string(word(ending)) + (is_agreed ? "_confirmed" : "");
}

}  // namespace wijktafel::signals
