#include "capabilities/signals/hold_store.hpp"

namespace wijktafel::signals::store {
namespace {

Hold hold_of(const db::Row& row) {
  return {.item = row.get<ItemId>(0),
          .area = row.get<std::string>(1),
          .reason = row.get<std::string>(2),
          .decision = row.get<std::string>(3),
          .held_at = row.get<Instant>(4)};
}

}  // namespace

void insert_hold(db::Transaction& tx, const Hold& hold) {
  tx.execute(
      "INSERT INTO signal_hold (item, area, reason, held_at, decision) "
      "VALUES ($1, $2, $3, $4, $5)",
      hold.item, hold.area, hold.reason, hold.held_at, hold.decision);
}

std::optional<Hold> find_hold(db::Transaction& tx, ItemId item) {
  const auto row =
      tx.find("SELECT item, area, reason, decision, held_at FROM signal_hold WHERE item = $1", item);
  if (!row) return std::nullopt;
  return hold_of(*row);
}

void decide_hold(db::Transaction& tx, ItemId item, std::string_view decision, Instant now) {
  tx.execute("UPDATE signal_hold SET decision = $2, decided_at = $3 WHERE item = $1", item, decision, now);
}

std::vector<Hold> holds_in(db::Transaction& tx, std::string_view area, std::string_view decision,
                           std::int64_t after, int most) {
  std::vector<Hold> holds;
  for (const auto& row : tx.query("SELECT item, area, reason, decision, held_at "
                                  "FROM signal_hold WHERE area = $1 AND decision = $2 AND item > $3 "
                                  "ORDER BY item LIMIT $4",
                                  area, decision, after, most))
    holds.push_back(hold_of(row));
  return holds;
}

std::int64_t count_holds(db::Transaction& tx, std::string_view area) {
  return tx.find("SELECT COUNT(*) FROM signal_hold WHERE area = $1 AND decision = ''", area)
      ->get<std::int64_t>(0);
}

std::vector<std::pair<std::string, std::int64_t>> count_holds_by_area(db::Transaction& tx) {
  std::vector<std::pair<std::string, std::int64_t>> counts;
  for (const auto& row : tx.query("SELECT area, COUNT(*) FROM signal_hold WHERE decision = '' GROUP BY area "
                                  "ORDER BY area LIMIT 200"))
    counts.emplace_back(row.get<std::string>(0), row.get<std::int64_t>(1));
  return counts;
}

std::vector<std::pair<std::string, std::int64_t>> count_old_holds(db::Transaction& tx, Instant before) {
  std::vector<std::pair<std::string, std::int64_t>> counts;
  for (const auto& row : tx.query("SELECT area, COUNT(*) FROM signal_hold WHERE decision = '' AND held_at < "
                                  "$1 GROUP BY area ORDER BY area LIMIT 200",
                                  before))
    counts.emplace_back(row.get<std::string>(0), row.get<std::int64_t>(1));
  return counts;
}

std::optional<ItemId> find_sent_body(db::Transaction& tx, std::string_view device_hash,
                                     std::string_view body_hash, Instant since) {
  const auto row =
      tx.find("SELECT item FROM signal_sent_body WHERE device_hash = $1 AND body_hash = $2 AND sent_at >= $3",
              device_hash, body_hash, since);
  if (!row) return std::nullopt;
  return row->get<ItemId>(0);
}

void keep_sent_body(db::Transaction& tx, std::string_view device_hash, std::string_view body_hash,
                    ItemId item, Instant now) {
  tx.execute(
      "INSERT INTO signal_sent_body (device_hash, body_hash, item, sent_at) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (device_hash, body_hash) DO UPDATE SET item = excluded.item, sent_at = excluded.sent_at",
      device_hash, body_hash, item, now);
}

std::int64_t senders_of_body(db::Transaction& tx, std::string_view body_hash, Instant since) {
  return tx
      .find("SELECT COUNT(*) FROM signal_sent_body WHERE body_hash = $1 AND sent_at >= $2", body_hash, since)
      ->get<std::int64_t>(0);
}

bool has_sent(db::Transaction& tx, std::string_view device_hash, ItemId item) {
  return tx
      .find("SELECT 1 FROM signal_sent_body WHERE device_hash = $1 AND item = $2 LIMIT 1", device_hash, item)
      .has_value();
}

void remove_sent_bodies_before(db::Transaction& tx, Instant limit) {
  tx.execute("DELETE FROM signal_sent_body WHERE sent_at <= $1", limit);
}

}  // namespace wijktafel::signals::store
