// Keeps what a new report is compared with in step with the signals themselves. Called by every action that
// makes or changes one.
#pragma once

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// Whether visitors may be shown this signal as one that says the same: public, not held, nothing that was
// referred or was told before.
bool may_be_likened(const items::Item& item, bool is_held);

// Of one signal, as it is now in this transaction; without a row when it may not be likened.
void keep_likeness(db::Transaction& tx, ItemId id);
// Signals from before there was such a row, and rows whose time is over; at most this many. Cheap when there
// are none.
void keep_likeness_of_old_ones(db::Transaction& tx, Instant now, int most);

}  // namespace wijktafel::signals
