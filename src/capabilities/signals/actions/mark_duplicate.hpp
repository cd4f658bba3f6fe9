// The same was told before: the newer one points to the older, and its reporter reads on there.
#pragma once

#include <optional>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

using DuplicateRefusal =
    std::variant<NoSuchSignal, NotPossibleNow, ChangedMeanwhile, DuplicateOfItself, NoSuchOriginal>;

// `original` is the number that people see. One that is itself a duplicate, was destroyed or is not public is
// no original.
Result<void, DuplicateRefusal> mark_duplicate(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                              std::int64_t original,
                                              std::optional<std::int64_t> version = std::nullopt);

}  // namespace wijktafel::signals
