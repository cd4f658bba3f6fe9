// A new date needs a reason; the first date stays visible. And: the clock says that a date has passed.
#pragma once

#include "capabilities/goals/actions/refusals.hpp"

namespace wijktafel::goals {

Done change_due(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id, Date due,
                const std::string& reason);
// Recorded once for each due date; "late" itself is always derived.
Done record_late(db::Transaction& tx, Instant now, ItemId id);

}  // namespace wijktafel::goals
