#pragma once

#include "base/facts.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::notifications {

// Listens to "items.milestone_recorded" {item, sequence}.
void tell_milestone(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now);

}  // namespace wijktafel::notifications
