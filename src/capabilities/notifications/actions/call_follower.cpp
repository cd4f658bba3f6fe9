#include "capabilities/notifications/actions/call_follower.hpp"

namespace wijktafel::notifications {

std::optional<std::string> look_at_number(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                          store::FollowerId follower, items::ItemId followed) {
  const auto subscription = store::find_subscription(tx, follower);
  if (!subscription || subscription->channel != Channel::phone) return std::nullopt;
  WIJKTAFEL_ASSERT(actor.person, "the route lets only people in who are signed in");
  store::insert_look(tx, now, followed, *actor.person);
  return subscription->address;
}

void keep_call(db::Transaction& tx, Instant now, store::FollowerId follower, std::int64_t last) {
  store::mark_called(tx, now, follower, last);
}

}  // namespace wijktafel::notifications
