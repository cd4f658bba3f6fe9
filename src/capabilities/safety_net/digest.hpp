// One mail per person per working morning: what is due soon, what came back, what has passed, what lies at
// the safety net.
#pragma once

#include "capabilities/safety_net/store.hpp"

namespace wijktafel::safety_net {

// Nothing is queued for somebody without an address.
void queue_digest(const web::Service& service, db::Transaction& tx, Instant now, PersonId person,
                  const std::vector<store::Notice>& notices);

}  // namespace wijktafel::safety_net
