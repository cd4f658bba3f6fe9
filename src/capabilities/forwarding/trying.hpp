// Trying a connection: discovery, the services of the other system, and what each of them asks besides.
#pragma once

#include "capabilities/forwarding/store.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::forwarding {

// For the job "forwarding.try": {destination}.
jobs::JobKinds::OutsideWork prepare_try(const web::Service& service, db::Transaction& tx,
                                        const Facts& payload, Instant now);

}  // namespace wijktafel::forwarding
