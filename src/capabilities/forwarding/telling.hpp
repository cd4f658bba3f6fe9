// What people here say after a signal was sent goes to the system that has it; what that system said itself
// does not go back.
#pragma once

#include "capabilities/forwarding/update_store.hpp"
#include "platform/fetch/fetch.hpp"

namespace wijktafel::forwarding {

// Everything in the history since the last time that everybody may read is put on its way.
void queue_updates(db::Transaction& tx, Instant now, store::Sent& sent);
void queue_updates(db::Transaction& tx, Instant now, ItemId item);
void enqueue_tell(db::Transaction& tx, store::UpdateId id, Instant at);

// For the job "forwarding.tell": {update}.
jobs::JobKinds::OutsideWork prepare_tell(const web::Service& service, db::Transaction& tx,
                                         const Facts& payload, Instant now);

}  // namespace wijktafel::forwarding
