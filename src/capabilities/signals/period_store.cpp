#include "capabilities/signals/period_store.hpp"

namespace wijktafel::signals::store {
namespace {

// Walked along the index on the moment; what was held, referred or is the same as another is no outcome.
const std::string public_in_area =
    "FROM signal s JOIN item_area a ON a.item = s.item AND a.area = $1 JOIN item i ON i.id = s.item "
    "WHERE a.kind = 'signal' AND a.visibility = 0 AND s.is_held = 0 "
    "AND i.status NOT IN ('duplicate', 'referred') ";

}  // namespace

std::int64_t count_reported(db::Transaction& tx, std::string_view area, Instant from, Instant until) {
  return tx
      .find("SELECT COUNT(*) " + public_in_area + "AND s.reported_at >= $2 AND s.reported_at < $3", area,
            from, until)
      ->get<std::int64_t>(0);
}

std::vector<ItemId> closed_between(db::Transaction& tx, std::string_view area, Instant from, Instant until,
                                   int limit) {
  std::vector<ItemId> ids;
  for (const auto& row : tx.query("SELECT s.item " + public_in_area +
                                      "AND s.closed_at >= $2 AND s.closed_at < $3 "
                                      "ORDER BY s.closed_at DESC, s.item DESC LIMIT $4",
                                  area, from, until, limit))
    ids.push_back(row.get<ItemId>(0));
  return ids;
}

std::map<std::string, std::int64_t> count_closed(db::Transaction& tx, std::string_view area, Instant from,
                                                 Instant until) {
  std::map<std::string, std::int64_t> counts;
  for (const auto& row : tx.query("SELECT i.status, COUNT(*) " + public_in_area +
                                      "AND s.closed_at >= $2 AND s.closed_at < $3 GROUP BY i.status",
                                  area, from, until))
    counts.emplace(row.get<std::string>(0), row.get<std::int64_t>(1));
  return counts;
}

}  // namespace wijktafel::signals::store
