// Mails to departments that did not leave (yet): the outbox knows, people must see it.
#pragma once

#include "capabilities/forwarding/store.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::forwarding {

// The job "forwarding.watch_mails".
void watch_mails(const web::Service&, db::Transaction& tx, const Facts&, Instant now);

}  // namespace wijktafel::forwarding
