// It was not the same after all: a signal that was marked as a duplicate stands on its own again.
#pragma once

#include <optional>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

using UndoDuplicateRefusal = std::variant<NoSuchSignal, NotPossibleNow, ChangedMeanwhile>;

Result<void, UndoDuplicateRefusal> undo_duplicate(db::Transaction& tx, Instant now, const Actor& actor,
                                                  ItemId id,
                                                  std::optional<std::int64_t> version = std::nullopt);

}  // namespace wijktafel::signals
