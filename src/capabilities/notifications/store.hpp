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
// What followers of the item, and of what it came from, were told about it.
struct ToldEntry {
  FollowerId follower{};
  std::int64_t sequence = 0;
};
std::vector<ToldEntry> told_of(db::Transaction& tx, items::ItemId item);
// --- people to call ---
struct WaitingCall {
  std::int64_t id = 0;
  FollowerId follower{};
  items::ItemId followed{};  // what they chose to follow
  items::ItemId item{};      // what the news is about
  std::int64_t sequence = 0;
  Instant asked_at{};
  std::string name;  // "" when it was not given
};
// Longest waiting first, `most` at most.
std::vector<WaitingCall> waiting_calls(db::Transaction& tx, int most);
std::vector<WaitingCall> waiting_calls_of(db::Transaction& tx, FollowerId follower);
std::optional<Subscription> find_subscription(db::Transaction& tx, FollowerId follower);
// Those up to and including `last`: news that came in during the call waits for the next one.
void mark_called(db::Transaction& tx, Instant now, FollowerId follower, std::int64_t last);
void insert_look(db::Transaction& tx, Instant now, items::ItemId item, identity::PersonId person);
void ask_to_call(db::Transaction& tx, Instant now, FollowerId follower, items::ItemId item,
                 std::int64_t sequence);

}  // namespace wijktafel::notifications::store
