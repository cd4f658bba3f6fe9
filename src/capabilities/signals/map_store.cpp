#include "capabilities/signals/map_store.hpp"

namespace wijktafel::signals::store {
namespace {

constexpr std::string_view columns =
    "SELECT i.id, i.title, i.status, i.area, i.longitude, i.latitude, s.theme FROM ";

db::Rows all_of(db::Transaction& tx, std::string_view area, int most) {
  static const std::string sql = std::string(columns) +
                                 "item_area a JOIN item i ON i.id = a.item JOIN signal s ON s.item = a.item "
                                 "WHERE a.area = $1 AND a.on_map = 1 ORDER BY a.item DESC LIMIT $2";
  return tx.query(sql, area, most);
}

// The plus keeps an engine from walking the whole archive by number instead of the few places in the box.
db::Rows within(db::Transaction& tx, std::string_view area, const geo::Box& box, int most) {
  static const std::string sql =
      std::string(columns) +
      "item i JOIN item_area a ON a.area = $1 AND a.item = i.id JOIN signal s ON s.item = i.id "
      "WHERE i.is_open = 1 AND i.visibility = 0 AND i.latitude BETWEEN $2 AND $3 AND i.longitude BETWEEN $4 "
      "AND $5 "
      "ORDER BY +i.id DESC LIMIT $6";
  return tx.query(sql, area, box.south, box.north, box.west, box.east, most);
}

}  // namespace

std::vector<MapRow> open_on_map(db::Transaction& tx, std::string_view area,
                                const std::optional<geo::Box>& box, int most) {
  const auto found = box ? within(tx, area, *box, most) : all_of(tx, area, most);
  std::vector<MapRow> rows;
  rows.reserve(found.size());
  for (const auto& row : found)
    rows.push_back({.item = row.get<ItemId>(0),
                    .title = row.get<std::string>(1),
                    .status = row.get<std::string>(2),
                    .area = row.get<std::string>(3),
                    .place = {row.get<double>(4), row.get<double>(5)},
                    .theme = row.get<std::string>(6)});
  return rows;
}

}  // namespace wijktafel::signals::store
