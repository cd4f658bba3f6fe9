#include "capabilities/notifications/store.hpp"

namespace wijktafel::notifications::store {

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
    follower.subscription = {
        .channel = row.get<Channel>(2),
        .address = row.get<std::string>(3),
        .name = row.get<std::string>(4),
        .language = row.get<std::string>(5) == "en" ? i18n::Language::en : i18n::Language::nl,
        .follow_path = row.get<std::string>(6)};
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

void ask_to_call(db::Transaction& tx, Instant now, FollowerId follower, items::ItemId item,
                 std::int64_t sequence) {
  tx.execute("INSERT INTO notification_call (follower, item, sequence, asked_at) VALUES ($1, $2, $3, $4)",
             follower, item, sequence, now);
}

}  // namespace wijktafel::notifications::store
