// How a signal ended, as it is said to everybody: one word for each honest outcome. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/signals/model.hpp"

namespace wijktafel::signals {

enum class Ending {
  solved,
  neighbours,  // solved by them
  not_confirmed,
  will_not_be_done,
  part_of_goal,
  initiative,
  forwarded,
  thanked,
  duplicate,
  referred,
};
std::string_view word(Ending ending);
// Those by which a public list can be filtered; what was referred is in no list.
std::vector<std::string> endings_of_lists();
std::optional<Ending> ending_named(std::string_view word);
// Nothing while it is open.
std::optional<Ending> ending_of(Status status, bool by_neighbours);
// The key of the one sentence that says it: signals.ending.<...>. A solved signal whose reporter agreed has
// one of its own.
std::string sentence_key(Ending ending, Status status);

}  // namespace wijktafel::signals
