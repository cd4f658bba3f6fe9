// What waits for a moderator is in nobody's inbox, and no safety net watches it: whoever moderates is
// reminded.
#pragma once

#include "base/facts.hpp"
#include "platform/db/database.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::signals {

// For the job "signals.remind_moderators": once per area and working morning, as long as something waits for
// longer than a working day. The mail says how many and where, never what.
void remind_moderators(const web::Service& service, db::Transaction& tx, const Facts&, Instant now);

}  // namespace wijktafel::signals
