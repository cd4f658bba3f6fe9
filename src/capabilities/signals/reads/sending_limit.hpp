// Whether somebody sent too much lately to send more now.
#pragma once

#include <optional>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/sender.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::signals {

// Read before the report is written, in a transaction of its own: two at the same moment may both pass, and
// writes do not wait for each other.
std::optional<TooManySent> find_sending_limit(db::Transaction& tx, Instant now, const Sender& sender);

}  // namespace wijktafel::signals
