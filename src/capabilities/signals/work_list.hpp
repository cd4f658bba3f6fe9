// Keeps the lists of work in step with a signal. Every action that changes what an inbox shows or sorts by
// ends with it; change_status does so itself.
#pragma once

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

void keep_work(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::signals
