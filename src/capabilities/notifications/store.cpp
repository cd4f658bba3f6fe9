#include "capabilities/notifications/store.hpp"

namespace wijktafel::notifications::store {

namespace {

// Five columns: channel, address, name, language, follow_path.
Subscription subscription_of(const db::Row& row, std::size_t first) {
  return {.channel = row.get<Channel>(first),
          .address = row.get<std::string>(first + 1),
          .name = row.get<std::string>(first + 2),
          .language = row.get<std::string>(first + 3) == "en" ? i18n::Language::en : i18n::Language::nl,
          .follow_path = row.get<std::string>(first + 4)};
}

std::vector<WaitingCall> calls_of(const db::Rows& rows) {
  std::vector<WaitingCall> calls;
  calls.reserve(rows.size());
  for (const auto& row : rows)
    calls.push_back({.id = row.get<std::int64_t>(0),
                     .follower = row.get<FollowerId>(1),
                     .followed = row.get<items::ItemId>(2),
                     .item = row.get<items::ItemId>(3),
                     .sequence = row.get<std::int64_t>(4),
                     .asked_at = row.get<Instant>(5),
                     .name = row.get<std::string>(6)});
  return calls;
}

}  // namespace

FollowerId insert(db::Transaction& tx, Instant now, items::ItemId item, const Subscription& subscription) {
  return tx.insert<FollowerId>(
      "INSERT INTO notification_follower (item, channel, address, name, language, follow_path, since) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
      item, subscription.channel, subscription.address, subscription.name, i18n::code(subscription.language),
      subscription.follow_path, now);
}

std::vector<Follower> followers_of(db::Transaction& tx, items::ItemId item) {
  std::vector<Follower> followers;
  for (const auto& row : tx.query("SELECT id, item, channel, address, name, language, follow_path "
                                  "FROM notification_follower WHERE item = $1 ORDER BY id",
                                  item)) {
    Follower follower;
    follower.id = row.get<FollowerId>(0);
    follower.item = row.get<items::ItemId>(1);
    follower.subscription = subscription_of(row, 2);
    followers.push_back(std::move(follower));
  }
  return followers;
}

void remove_all(db::Transaction& tx, items::ItemId item) {
  for (const auto* sql : {"DELETE FROM notification_told WHERE follower IN (SELECT id FROM "
                          "notification_follower WHERE item = $1)",
                          "DELETE FROM notification_call WHERE follower IN (SELECT id FROM "
                          "notification_follower WHERE item = $1)",
                          "DELETE FROM notification_follower WHERE item = $1"})
    tx.execute(sql, item);
}

bool mark_told(db::Transaction& tx, Instant now, FollowerId follower, items::ItemId item,
               std::int64_t sequence) {
  return tx.execute(
             "INSERT INTO notification_told (follower, item, sequence, told_at) VALUES ($1, $2, $3, $4) "
             "ON CONFLICT (follower, item, sequence) DO NOTHING",
             follower, item, sequence, now) == 1;
}

std::vector<ToldEntry> told_of(db::Transaction& tx, items::ItemId item) {
  std::vector<ToldEntry> all;
  for (const auto followed : items::with_ancestors(tx, item))
    for (const auto& row :
         tx.query("SELECT t.follower, t.sequence FROM notification_follower f JOIN notification_told t ON "
                  "t.follower = f.id WHERE f.item = $1 AND t.item = $2",
                  followed, item))
      all.push_back({row.get<FollowerId>(0), row.get<std::int64_t>(1)});
  return all;
}

void ask_to_call(db::Transaction& tx, Instant now, FollowerId follower, items::ItemId item,
                 std::int64_t sequence) {
  tx.execute("INSERT INTO notification_call (follower, item, sequence, asked_at) VALUES ($1, $2, $3, $4)",
             follower, item, sequence, now);
}

std::vector<WaitingCall> waiting_calls(db::Transaction& tx, int most) {
  return calls_of(tx.query(
      "SELECT c.id, c.follower, f.item, c.item, c.sequence, c.asked_at, f.name FROM notification_call c "
      "JOIN notification_follower f ON f.id = c.follower WHERE c.called_at IS NULL "
      "ORDER BY c.asked_at, c.id LIMIT $1",
      most));
}

std::vector<WaitingCall> waiting_calls_of(db::Transaction& tx, FollowerId follower) {
  return calls_of(tx.query(
      "SELECT c.id, c.follower, f.item, c.item, c.sequence, c.asked_at, f.name FROM notification_call c "
      "JOIN notification_follower f ON f.id = c.follower "
      "WHERE c.follower = $1 AND c.called_at IS NULL ORDER BY c.id",
      follower));
}

std::optional<Subscription> find_subscription(db::Transaction& tx, FollowerId follower) {
  const auto row =
      tx.find("SELECT channel, address, name, language, follow_path FROM notification_follower WHERE id = $1",
              follower);
  if (!row) return std::nullopt;
  return subscription_of(*row, 0);
}

void mark_called(db::Transaction& tx, Instant now, FollowerId follower, std::int64_t last) {
  tx.execute(
      "UPDATE notification_call SET called_at = $1 WHERE follower = $2 AND id <= $3 AND called_at IS NULL",
      now, follower, last);
}

void insert_look(db::Transaction& tx, Instant now, items::ItemId item, identity::PersonId person) {
  tx.execute("INSERT INTO notification_look (item, looked_by, looked_at) VALUES ($1, $2, $3)", item, person,
             now);
}

}  // namespace wijktafel::notifications::store
