#include "capabilities/signals/confidence_store.hpp"

#include <limits>

namespace wijktafel::signals::store {

void insert_confidence(db::Transaction& tx, ItemId item, const Confidence& confidence) {
  tx.execute(
      "INSERT INTO signal_confidence (item, is_confidential, reason, person, set_at) VALUES ($1, $2, $3, $4, "
      "$5)",
      item, confidence.is_confidential, confidence.reason, confidence.person, confidence.set_at);
}

std::optional<Confidence> find_confidence(db::Transaction& tx, ItemId item) {
  const auto row = tx.find(
      "SELECT is_confidential, reason, person, set_at FROM signal_confidence WHERE item = $1 "
      "ORDER BY id DESC LIMIT 1",
      item);
  if (!row) return std::nullopt;
  return Confidence{.is_confidential = row->get<bool>(0),
                    .reason = row->get<std::string>(1),
                    .person = row->get<std::optional<PersonId>>(2),
                    .set_at = row->get<Instant>(3)};
}

void forget_reasons(db::Transaction& tx, ItemId item) {
  tx.execute("UPDATE signal_confidence SET reason = '' WHERE item = $1", item);
}

void insert_look_at(db::Transaction& tx, ItemId item, std::optional<PersonId> person, std::string_view what,
                    Instant now) {
  tx.execute("INSERT INTO signal_reporter_look (item, person, what, looked_at) VALUES ($1, $2, $3, $4)", item,
             person, what, now);
}

std::vector<Look> looks(db::Transaction& tx, std::optional<ItemId> item, std::optional<std::int64_t> before,
                        int most) {
  const std::int64_t limit = before.value_or(std::numeric_limits<std::int64_t>::max());
  const std::string select = "SELECT id, item, person, what, looked_at FROM signal_reporter_look WHERE ";
  const auto rows =
      item ? tx.query(select + "item = $1 AND id < $2 ORDER BY id DESC LIMIT $3", *item, limit, most)
           : tx.query(select + "id < $1 ORDER BY id DESC LIMIT $2", limit, most);
  std::vector<Look> all;
  for (const auto& row : rows)
    all.push_back({row.get<std::int64_t>(0), row.get<ItemId>(1), row.get<std::optional<PersonId>>(2),
                   row.get<std::string>(3), row.get<Instant>(4)});
  return all;
}

}  // namespace wijktafel::signals::store
