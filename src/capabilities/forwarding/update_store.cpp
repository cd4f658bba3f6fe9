#include "capabilities/forwarding/update_store.hpp"

namespace wijktafel::forwarding::store {
namespace {

constexpr const char* columns = "id, sent, sequence, state, attempts, next_try, fault, fault_detail";

Update update_of(const db::Row& row) {
  return {.id = row.get<UpdateId>(0),
          .sent = row.get<SentId>(1),
          .sequence = row.get<std::int64_t>(2),
          .is_there = row.get<std::string>(3) == "there",
          .attempts = row.get<int>(4),
          .next_try = row.get<std::optional<Instant>>(5),
          .fault = row.get<std::string>(6),
          .fault_detail = row.get<std::string>(7)};
}

std::string selected(std::string_view rest) {
  return std::string("SELECT ") + columns + " FROM forwarding_update " + std::string(rest);
}

}  // namespace

std::optional<UpdateId> insert_update(db::Transaction& tx, SentId sent, std::int64_t sequence, Instant now) {
  const auto row = tx.find(
      "INSERT INTO forwarding_update (sent, sequence, state, attempts, next_try, fault, fault_detail) "
      "VALUES ($1, $2, 'waiting', 0, $3, '', '') ON CONFLICT (sent, sequence) DO NOTHING RETURNING id",
      sent, sequence, now);
  return row ? std::optional(row->get<UpdateId>(0)) : std::nullopt;
}

void update(db::Transaction& tx, const Update& u) {
  tx.execute(
      "UPDATE forwarding_update SET state = $2, attempts = $3, next_try = $4, fault = $5, fault_detail = $6 "
      "WHERE id = $1",
      u.id, u.is_there ? "there" : "waiting", u.attempts, u.next_try, u.fault, u.fault_detail);
}

std::optional<Update> find_update(db::Transaction& tx, UpdateId id) {
  const auto row = tx.find(selected("WHERE id = $1"), id);
  return row ? std::optional(update_of(*row)) : std::nullopt;
}

std::vector<Update> failed_updates(db::Transaction& tx, SentId sent) {
  std::vector<Update> found;
  for (const auto& row :
       tx.query(selected("WHERE sent = $1 AND fault <> '' ORDER BY sequence LIMIT 100"), sent))
    found.push_back(update_of(row));
  return found;
}

void forget_details(db::Transaction& tx, ItemId item) {
  tx.execute("UPDATE forwarding_sent SET fault_detail = '' WHERE item = $1", item);
  tx.execute(
      "UPDATE forwarding_update SET fault_detail = '' WHERE sent IN (SELECT id FROM forwarding_sent WHERE "
      "item = $1)",
      item);
}

bool hear(db::Transaction& tx, DestinationId destination, std::string_view update_key) {
  return tx
      .find(
          "INSERT INTO forwarding_heard (destination, update_key) VALUES ($1, $2) "
          "ON CONFLICT (destination, update_key) DO NOTHING RETURNING update_key",
          destination, update_key)
      .has_value();
}

void insert_unkept(db::Transaction& tx, const Unkept& unkept) {
  tx.execute("INSERT INTO forwarding_unkept (destination, heard_at) VALUES ($1, $2)", unkept.destination,
             unkept.heard_at);
}

std::vector<Unkept> newest_unkept(db::Transaction& tx, int most) {
  std::vector<Unkept> found;
  for (const auto& row : tx.query(
           "SELECT destination, heard_at FROM forwarding_unkept ORDER BY heard_at DESC, id DESC LIMIT $1",
           most))
    found.push_back({row.get<DestinationId>(0), row.get<Instant>(1)});
  return found;
}

void forget_unkept_before(db::Transaction& tx, Instant limit) {
  tx.execute("DELETE FROM forwarding_unkept WHERE heard_at < $1", limit);
}

}  // namespace wijktafel::forwarding::store
