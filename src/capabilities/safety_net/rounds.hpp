// What happens without anyone clicking: every day each open signal whose date has passed is looked at once,
// every working morning each whose date is near, and what people must know is one mail each.
#pragma once

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

std::vector<web::Job> safety_net_jobs();

// One step: a batch of each round that is not done yet today. True when there is more to do at once.
bool walk_rounds(const web::Service& service, db::Transaction& tx, Instant now);
// Listens to "signals.changed" {item}: a new date or an end settles what was late.
void settle_signal(db::Transaction& tx, Instant now, items::ItemId id);

}  // namespace wijktafel::safety_net
