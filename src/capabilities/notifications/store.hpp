#pragma once

#include <vector>

#include "capabilities/notifications/notifications.hpp"

namespace wijktafel::notifications::store {

enum class FollowerId : std::int64_t {};

struct Follower {
  FollowerId id{};
  items::ItemId item{};  // what they chose to follow
  Subscription subscription;
};

FollowerId insert(db::Transaction& tx, Instant now, items::ItemId item, const Subscription& subscription);
std::vector<Follower> followers_of(db::Transaction& tx, items::ItemId item);
void remove_all(db::Transaction& tx, items::ItemId item);
// False when this follower was told already.
bool mark_told(db::Transaction& tx, Instant now, FollowerId follower, items::ItemId item,
               std::int64_t sequence);
void ask_to_call(db::Transaction& tx, Instant now, FollowerId follower, items::ItemId item,
                 std::int64_t sequence);

}  // namespace wijktafel::notifications::store
