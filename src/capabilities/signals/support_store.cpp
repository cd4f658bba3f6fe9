#include "capabilities/signals/support_store.hpp"

namespace wijktafel::signals::store {
bool insert_support(db::Transaction& tx, ItemId item, std::string_view supporter_hash, Instant now) {
  const auto added = tx.execute(
      "INSERT INTO signal_support (item, supporter_hash, supported_at) VALUES ($1, $2, $3) "
      "ON CONFLICT (item, supporter_hash) DO NOTHING",
      item, supporter_hash, now);
  if (added == 0) return false;
  tx.execute(
      "INSERT INTO signal_support_count (item, supporters) VALUES ($1, 1) "
      "ON CONFLICT (item) DO UPDATE SET supporters = signal_support_count.supporters + 1",
      item);
  return true;
}

std::int64_t count_supporters(db::Transaction& tx, ItemId item) {
  const auto row = tx.find("SELECT supporters FROM signal_support_count WHERE item = $1", item);
  return row ? row->get<std::int64_t>(0) : 0;
}

void remove_supporters_before(db::Transaction& tx, Instant limit, int most) {
  tx.execute(
      "DELETE FROM signal_support WHERE item IN (SELECT item FROM signal WHERE closed_at <= $1 "
      "AND EXISTS (SELECT 1 FROM signal_support s WHERE s.item = signal.item) ORDER BY closed_at LIMIT $2)",
      limit, most);
}

}  // namespace wijktafel::signals::store
