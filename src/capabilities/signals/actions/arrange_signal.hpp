// Who of the organisation works on it, about which theme, how urgent: what those who work on it agree among
// each other. Status and date stay, and nobody gets a message of it.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/signals/work_people.hpp"

namespace wijktafel::signals {

struct ArrangeSignal {
  WantedPeople people = {};
  std::optional<std::string> theme = std::nullopt;  // one that exists, or "": none
  std::optional<Priority> priority = std::nullopt;
  std::optional<std::int64_t> version = std::nullopt;
};

using ArrangeRefusal = std::variant<NoSuchSignal, NotPossibleNow, ChangedMeanwhile, NotOfThisOrganisation>;

// Only of a signal that is open.
Result<void, ArrangeRefusal> arrange_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                            const ArrangeSignal& form);

}  // namespace wijktafel::signals
