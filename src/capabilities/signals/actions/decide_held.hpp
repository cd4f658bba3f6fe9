// A moderator decides about a report that looked like advertising: it is let through, or removed with a
// reason that can be taken back.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

using HeldRefusal = std::variant<NoSuchSignal, NothingTold, NotPossibleNow, ChangedMeanwhile>;

// Public from now on, unless it is confidential for another reason; the event signals.reported is told now.
Result<void, HeldRefusal> let_through(db::Transaction& tx, Instant now, const Actor& actor, ItemId id);
// Closed, and seen by nobody but who moderates and whoever told it. reason: not empty.
Result<void, HeldRefusal> remove_held(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                      const std::string& reason);
// It waits again.
Result<void, HeldRefusal> take_removal_back(db::Transaction& tx, Instant now, const Actor& actor, ItemId id);

}  // namespace wijktafel::signals
