#pragma once

#include "base/facts.hpp"
#include "capabilities/notifications/store.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::notifications {

// Listens to "items.milestone_recorded" {item, sequence}.
void tell_milestone(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now);

// Of the mail about one entry of an item to one follower.
std::string milestone_message_id(items::ItemId item, std::int64_t sequence, store::FollowerId follower);

}  // namespace wijktafel::notifications
