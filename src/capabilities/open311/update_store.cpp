#include "capabilities/open311/update_store.hpp"

#include <algorithm>

namespace wijktafel::open311::store {

std::vector<UpdateRow> list_updates(db::Transaction& tx, const std::vector<std::string>& secret_themes,
                                    Instant from, Instant until, int most) {
  std::vector<UpdateRow> all;
  const auto rows = tx.query(
      "SELECT h.item, h.sequence, h.recorded_at, i.is_open, s.theme FROM item_history h "
      "JOIN item i ON i.id = h.item JOIN signal s ON s.item = h.item "
      "WHERE h.is_milestone = 1 AND h.sequence > 1 AND h.recorded_at >= $1 AND h.recorded_at <= $2 "
      "AND i.visibility = 0 AND s.is_held = 0 ORDER BY h.recorded_at, h.item, h.sequence LIMIT $3",
      from, until, most);
  for (const auto& row : rows) {
    if (std::ranges::find(secret_themes, row.get<std::string>(4)) != secret_themes.end()) continue;
    all.push_back({row.get<ItemId>(0), row.get<std::int64_t>(1), row.get<Instant>(2), row.get<bool>(3)});
  }
  return all;
}

}  // namespace wijktafel::open311::store
