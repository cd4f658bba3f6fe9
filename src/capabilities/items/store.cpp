#include "capabilities/items/store.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wijktafel::items::store {

const std::string item_columns =
    "i.id, i.kind, i.area, i.title, i.text, i.domains, i.longitude, i.latitude, i.place_words, i.visibility, "
    "i.status, "
    "i.is_open, i.holder, i.contact, i.next_date, i.created_at, i.changed_at, i.version";

Item item_of(const db::Row& row) {
  Item item;
  item.id = row.get<ItemId>(0);
  item.kind = row.get<std::string>(1);
  item.area = row.get<std::string>(2);
  item.title = row.get<std::string>(3);
  item.text = row.get<std::string>(4);
  item.domains = row.get<Domains>(5);
  if (const auto longitude = row.get<std::optional<double>>(6))
    item.place = geo::Point{*longitude, row.get<double>(7)};
  item.place_words = row.get<std::string>(8);
  item.visibility = row.get<Visibility>(9);
  item.status = row.get<std::string>(10);
  item.is_open = row.get<bool>(11);
  item.holder = row.get<std::optional<OrganisationId>>(12);
  item.contact = row.get<std::optional<PersonId>>(13);
  item.next_date = row.get<std::optional<Date>>(14);
  item.created_at = row.get<Instant>(15);
  item.changed_at = row.get<Instant>(16);
  item.version = row.get<std::int64_t>(17);
  return item;
}

namespace {

// Of an Item and of a NewItem alike.
bool is_on_map(const auto& item) {
  return item.place && item.is_open && item.visibility == Visibility::everyone;
}

}  // namespace

std::optional<Locked> lock(db::Transaction& tx, ItemId id, Instant now) {
  // UPDATE first: on PostgreSQL this takes the row lock, so that two entries can never get the same place in
  // the chain.
  if (tx.execute("UPDATE item SET version = version + 1, changed_at = $2 WHERE id = $1", id, now) == 0)
    return std::nullopt;
  static const std::string sql =
      "SELECT " + item_columns + ", i.head_sequence, i.head_hash, i.is_followed FROM item i WHERE i.id = $1";
  const auto row = tx.find(sql, id);
  std::vector<Item> one{item_of(*row)};
  add_themes(tx, one);
  return Locked{
      std::move(one.front()), {row->get<std::int64_t>(18), row->get<std::string>(19)}, row->get<bool>(20)};
}

void mark_followed(db::Transaction& tx, ItemId id) {
  tx.execute("UPDATE item SET is_followed = 1 WHERE id = $1 AND is_followed = 0", id);
}

bool is_followed(db::Transaction& tx, ItemId id) {
  const auto row = tx.find("SELECT is_followed FROM item WHERE id = $1", id);
  return row && row->get<bool>(0);
}

void set_head(db::Transaction& tx, ItemId id, const Head& head) {
  tx.execute("UPDATE item SET head_sequence = $2, head_hash = $3 WHERE id = $1", id, head.sequence,
             head.hash);
}

ItemId insert(db::Transaction& tx, Instant now, const NewItem& item) {
  const std::optional<double> longitude = item.place ? std::optional(item.place->longitude) : std::nullopt;
  const std::optional<double> latitude = item.place ? std::optional(item.place->latitude) : std::nullopt;
  return tx.insert<ItemId>(
      "INSERT INTO item (kind, area, title, text, domains, longitude, latitude, place_words, visibility, "
      "status, is_open, "
      "holder, contact, next_date, created_at, changed_at, version, is_followed, head_sequence, head_hash) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, 0, 0, '') RETURNING "
      "id",
      item.kind, item.area, item.title, item.text, item.domains, longitude, latitude, item.place_words,
      item.visibility, item.status, item.is_open, item.holder, item.contact, item.next_date, now, now);
}

void insert_area(db::Transaction& tx, ItemId id, std::string_view area, const NewItem& item) {
  tx.execute(
      "INSERT INTO item_area (area, item, kind, visibility, is_open, domains, on_map) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (area, item) DO NOTHING",
      area, id, item.kind, item.visibility, item.is_open, item.domains, is_on_map(item));
}

void update(db::Transaction& tx, const Item& item) {
  tx.execute(
      "UPDATE item SET title = $2, text = $3, domains = $4, visibility = $5, status = $6, is_open = $7, "
      "holder = $8, "
      "contact = $9, next_date = $10, place_words = $11, longitude = $12, latitude = $13 WHERE id = $1",
      item.id, item.title, item.text, item.domains, item.visibility, item.status, item.is_open, item.holder,
      item.contact, item.next_date, item.place_words,
      item.place ? std::optional(item.place->longitude) : std::nullopt,
      item.place ? std::optional(item.place->latitude) : std::nullopt);
}

void update_areas(db::Transaction& tx, const Item& item) {
  tx.execute("UPDATE item_area SET visibility = $2, is_open = $3, domains = $4, on_map = $5 WHERE item = $1",
             item.id, item.visibility, item.is_open, item.domains, is_on_map(item));
}

void insert_gap(db::Transaction& tx, ItemId id, std::string_view gap, const Facts& facts, Instant since) {
  if (tx.execute("INSERT INTO item_gap (item, gap, facts, since) VALUES ($1, $2, $3, $4) "
                 "ON CONFLICT (item, gap) DO NOTHING",
                 id, gap, canonical(facts), since) == 0)
    return;
  for (const auto& area : areas_of(tx, id))
    tx.execute("INSERT INTO item_gap_area (area, since, item, gap) VALUES ($1, $2, $3, $4)", area, since, id,
               gap);
}

bool remove_gap(db::Transaction& tx, ItemId id, std::string_view gap) {
  if (tx.execute("DELETE FROM item_gap WHERE item = $1 AND gap = $2", id, gap) == 0) return false;
  tx.execute("DELETE FROM item_gap_area WHERE item = $1 AND gap = $2", id, gap);
  return true;
}

std::vector<std::string> areas_of(db::Transaction& tx, ItemId id) {
  std::vector<std::string> areas;
  for (const auto& row : tx.query("SELECT area FROM item_area WHERE item = $1 ORDER BY area", id))
    areas.push_back(row.get<std::string>(0));
  return areas;
}

void set_themes(db::Transaction& tx, ItemId id, const std::vector<std::string>& themes) {
  tx.execute("DELETE FROM item_theme WHERE item = $1", id);
  insert_themes(tx, id, themes);
}

void insert_themes(db::Transaction& tx, ItemId id, const std::vector<std::string>& themes) {
  for (const auto& theme : std::set<std::string>(themes.begin(), themes.end()))
    tx.execute("INSERT INTO item_theme (item, theme) VALUES ($1, $2)", id, theme);
}

void add_themes(db::Transaction& tx, std::vector<Item>& items) {
  if (items.empty()) return;
  std::map<ItemId, Item*> by_id;
  std::string sql = "SELECT item, theme FROM item_theme WHERE item IN (";
  std::vector<db::Value> parameters;
  for (auto& item : items) {
    by_id[item.id] = &item;
    parameters.emplace_back(raw(item.id));
    sql += (parameters.size() > 1 ? ", $" : "$") + std::to_string(parameters.size());
  }
  for (const auto& row : tx.run(sql + ") ORDER BY theme", parameters))
    by_id.at(row.get<ItemId>(0))->themes.push_back(row.get<std::string>(1));
}

std::vector<Item> items_of(const db::Rows& rows) {
  std::vector<Item> items;
  items.reserve(rows.size());
  for (const auto& row : rows) items.push_back(item_of(row));
  return items;
}

void count(db::Transaction& tx, const Item& item, const std::vector<std::string>& areas, int change) {
  if (item.visibility != Visibility::everyone) return;
  std::vector<std::vector<db::Value>> rows;
  for (const auto& area : areas) {
    for (const Domains domain : {0u, 1u, 2u, 4u}) {
      if (domain != 0 && (item.domains & domain) == 0) continue;
      rows.push_back(
          {area, item.kind, std::int64_t{domain}, std::int64_t{item.is_open}, std::int64_t{change}});
    }
  }
  if (!rows.empty()) tx.insert_many("item_count", {"area", "kind", "domain", "is_open", "change"}, rows);
}

bool are_counts_long(db::Transaction& tx) {
  return tx.find("SELECT 1 FROM item_count GROUP BY area, kind, domain, is_open HAVING COUNT(*) > 20 LIMIT 1")
      .has_value();
}

void fold_counts(db::Transaction& tx) {
  using Key = std::tuple<std::string, std::string, std::int64_t, std::int64_t>;
  std::map<Key, std::int64_t> sums;
  // DELETE ... RETURNING sees exactly the rows it removes, whatever others insert meanwhile.
  for (const auto& row : tx.query("DELETE FROM item_count RETURNING area, kind, domain, is_open, change"))
    sums[Key{row.get<std::string>(0), row.get<std::string>(1), row.get<std::int64_t>(2),
             row.get<std::int64_t>(3)}] += row.get<std::int64_t>(4);
  std::vector<std::vector<db::Value>> rows;
  for (const auto& [key, sum] : sums)
    if (sum != 0)
      rows.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key), sum});
  if (!rows.empty()) tx.insert_many("item_count", {"area", "kind", "domain", "is_open", "change"}, rows);
}

}  // namespace wijktafel::items::store
