// One item, what hangs on it, and kept counts.
#include <algorithm>
#include <map>

#include "capabilities/items/items.hpp"
#include "capabilities/items/store.hpp"

namespace wijktafel::items {
std::optional<Item> find(db::Transaction& tx, ItemId id) {
  static const std::string sql = "SELECT " + store::item_columns + " FROM item i WHERE i.id = $1";
  auto found = store::items_of(tx.query(sql, id));
  if (found.empty()) return std::nullopt;
  store::add_themes(tx, found);
  return std::move(found.front());
}

std::map<ItemId, Item> find_all(db::Transaction& tx, const std::vector<ItemId>& ids) {
  std::map<ItemId, Item> found;
  if (ids.empty()) return found;
  std::string sql = "SELECT " + store::item_columns + " FROM item i WHERE i.id IN (";
  std::vector<db::Value> parameters;
  for (const auto id : ids) {
    parameters.emplace_back(raw(id));
    sql += (parameters.size() > 1 ? ", $" : "$") + std::to_string(parameters.size());
  }
  for (auto& item : store::items_of(tx.run(sql + ")", parameters))) found.emplace(item.id, std::move(item));
  return found;
}

std::optional<Item> find_locked(db::Transaction& tx, ItemId id) {
  // SQLite has one writer. The lock is the one that UPDATE takes: links to this item may still be made
  // meanwhile.
  if (tx.engine() == db::Engine::postgresql)
    tx.query("SELECT 1 FROM item WHERE id = $1 FOR NO KEY UPDATE", id);
  return find(tx, id);
}

std::optional<Item> find_visible(const web::Call& call, db::Transaction& tx, ItemId id) {
  auto item = find(tx, id);
  if (!item || item->visibility == Visibility::everyone) return item;
  const auto area = call.service.find_area(item->area);
  const std::vector<std::string> lineage = area ? area->lineage : std::vector<std::string>{item->area};
  bool may_see = false;
  switch (item->visibility) {
    case Visibility::everyone: may_see = true; break;
    case Visibility::table: may_see = call.may("items.see_table", lineage); break;
    case Visibility::organisation:
      may_see = (item->holder && call.actor.is_member_of(*item->holder)) ||
                call.may("items.see_organisation", lineage);
      break;
    case Visibility::confidential: may_see = call.may("items.see_confidential", lineage); break;
  }
  if (!may_see) return std::nullopt;
  return item;
}

std::int64_t count(db::Transaction& tx, std::string_view area, std::string_view kind, Domains domain,
                   bool is_open) {
  const auto row = tx.find(
      "SELECT CAST(COALESCE(SUM(change), 0) AS BIGINT) FROM item_count WHERE area = $1 AND kind = $2 AND "
      "domain = $3 AND is_open = $4",
      area, kind, domain, is_open);
  return row->get<std::int64_t>(0);
}

std::optional<ItemId> find_by_key(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find("SELECT item FROM item_key WHERE key = $1", key);
  if (!row) return std::nullopt;
  return row->get<ItemId>(0);
}

std::vector<Photo> photos_of(db::Transaction& tx, ItemId id) {
  std::vector<Photo> photos;
  for (const auto& row :
       tx.query("SELECT file_key, thumbnail_key, width, height, is_shown FROM item_photo WHERE item = $1 "
                "ORDER BY number",
                id))
    photos.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<int>(2), row.get<int>(3),
                      row.get<bool>(4)});
  return photos;
}

bool is_photo(db::Transaction& tx, std::string_view file_key) {
  return tx.find("SELECT 1 FROM item_photo WHERE file_key = $1 OR thumbnail_key = $1 LIMIT 1", file_key)
      .has_value();
}

namespace {

std::vector<Linked> linked(db::Transaction& tx, const std::string& condition, ItemId id) {
  const std::string sql = "SELECT " + store::item_columns + ", l.kind FROM item_link l JOIN item i ON " +
                          condition + " ORDER BY l.linked_at, i.id";
  std::vector<Linked> found;
  for (const auto& row : tx.query(sql, id)) found.push_back({store::item_of(row), row.get<LinkKind>(18)});
  return found;
}

std::vector<Gap> gaps(const db::Rows& rows) {
  std::vector<Gap> found;
  for (const auto& row : rows)
    found.push_back({store::item_of(row), row.get<std::string>(18), parse_facts(row.get<std::string>(19)),
                     row.get<Instant>(20)});
  return found;
}

}  // namespace

std::vector<Linked> led_to(db::Transaction& tx, ItemId id) {
  return linked(tx, "i.id = l.to_item WHERE l.from_item = $1", id);
}

std::vector<Linked> came_from(db::Transaction& tx, ItemId id) {
  return linked(tx, "i.id = l.from_item WHERE l.to_item = $1", id);
}

std::vector<Gap> gaps_of_area(db::Transaction& tx, std::string_view area, int limit) {
  static const std::string sql =
      "SELECT " + store::item_columns +
      ", g.gap, g.facts, g.since FROM item_gap_area a JOIN item i ON i.id = a.item JOIN item_gap g ON "
      "g.item = a.item AND g.gap = a.gap WHERE a.area = $1 AND i.visibility = 0 ORDER BY a.since, a.item "
      "LIMIT $2";
  return gaps(tx.query(sql, area, std::clamp(limit, 1, 100)));
}

std::vector<Gap> gaps_of(db::Transaction& tx, ItemId id) {
  static const std::string sql =
      "SELECT " + store::item_columns +
      ", g.gap, g.facts, g.since FROM item_gap g JOIN item i ON i.id = g.item WHERE g.item = $1 "
      "ORDER BY g.since";
  return gaps(tx.query(sql, id));
}

}  // namespace wijktafel::items
