// Calling somebody who wants to hear the news by telephone: looking at the number is written down, and the
// tick says that they heard it.
#pragma once

#include "capabilities/notifications/store.hpp"

namespace wijktafel::notifications {

// The number, and a line in the log of who looked; nothing when this follower is gone.
std::optional<std::string> look_at_number(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                          store::FollowerId follower, items::ItemId followed);

// News up to and including call `last` was told. Ticking twice is ticking once.
void keep_call(db::Transaction& tx, Instant now, store::FollowerId follower, std::int64_t last);

}  // namespace wijktafel::notifications
