#include "capabilities/places/store.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijktafel::places::store {
namespace {

const std::string select_area =
    "SELECT key, level, name, full_name, slug, parent, vintage, source, is_current, longitude, latitude, "
    "west, south, east, "
    "north FROM place_area ";

Area area_from(const db::Row& row) {
  Area area;
  area.key = row.get<std::string>(0);
  const auto level = level_named(row.get<std::string>(1));
  if (!level) throw Failure("places: area " + area.key + " has an unknown level");
  area.level = *level;
  area.name = row.get<std::string>(2);
  area.full_name = row.get<std::string>(3);
  area.slug = row.get<std::string>(4);
  area.parent = row.get<std::optional<std::string>>(5).value_or("");
  area.vintage = row.get<int>(6);
  area.source = row.get<std::string>(7);
  area.is_current = row.get<bool>(8);
  area.centre = {row.get<double>(9), row.get<double>(10)};
  area.bounds = {row.get<double>(11), row.get<double>(12), row.get<double>(13), row.get<double>(14)};
  return area;
}

// Sorted here and not by the database: two databases collate differently.
std::vector<Area> by_name(const db::Rows& rows) {
  // A slug costs more than the row it is made from: one for each area, not one for each comparison.
  std::map<std::pair<std::string, std::string>, Area> sorted;
  for (const auto& row : rows) {
    auto area = area_from(row);
    std::pair place(wijktafel::slug(area.name), area.key);
    sorted.emplace(std::move(place), std::move(area));
  }
  std::vector<Area> areas;
  areas.reserve(sorted.size());
  for (auto& [_, area] : sorted) areas.push_back(std::move(area));
  return areas;
}

// The smallest areas of today whose bounds meet a box: with the parameters of on_ground().
constexpr std::string_view ground_in_box =
    "WHERE is_current = 1 AND west <= $1 AND east >= $2 AND south <= $3 AND north >= $4 AND (level = $5 OR "
    "(level = $6 AND NOT EXISTS (SELECT 1 FROM place_area inner_area WHERE inner_area.parent = "
    "place_area.key "
    "AND inner_area.level = $5 AND inner_area.is_current = 1)))";

db::Rows on_ground(db::Transaction& tx, std::string_view select, const geo::Box& box) {
  return tx.query(std::string(select) + std::string(ground_in_box), box.east, box.west, box.north, box.south,
                  level_name(Level::neighbourhood), level_name(Level::district));
}

std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

}  // namespace

std::optional<Area> find(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find(select_area + "WHERE key = $1", key);
  if (!row) return std::nullopt;
  return area_from(*row);
}

std::optional<Area> find_municipality(db::Transaction& tx) {
  const auto row =
      tx.find(select_area + "WHERE level = $1 AND is_current = 1", level_name(Level::municipality));
  if (!row) return std::nullopt;
  return area_from(*row);
}

std::vector<Area> all(db::Transaction& tx) { return by_name(tx.query(select_area)); }

std::vector<Area> current_children(db::Transaction& tx, std::string_view parent) {
  return by_name(tx.query(select_area + "WHERE parent = $1 AND is_current = 1", parent));
}

std::vector<Area> current_of_level(db::Transaction& tx, Level level) {
  return by_name(tx.query(select_area + "WHERE level = $1 AND is_current = 1", level_name(level)));
}

std::vector<Area> current_ground(db::Transaction& tx, const geo::Box& box) {
  return by_name(on_ground(tx, select_area, box));
}

Border border(db::Transaction& tx, const Area& area) {
  const auto row = tx.find("SELECT geometry FROM place_area WHERE key = $1", area.key);
  return {area.key, area.name, row ? row->get<std::string>(0) : ""};
}

std::vector<Border> borders_of_ground(db::Transaction& tx, const geo::Box& box) {
  std::vector<Border> borders;
  for (const auto& row : on_ground(tx, "SELECT key, name, geometry FROM place_area ", box))
    borders.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
  std::ranges::sort(borders, {}, &Border::key);
  return borders;
}

std::map<std::string, std::string> former_slugs(db::Transaction& tx) {
  std::map<std::string, std::string> slugs;
  for (const auto& row : tx.query("SELECT slug, area FROM place_former_slug"))
    slugs.emplace(row.get<std::string>(0), row.get<std::string>(1));
  return slugs;
}

geo::MultiPolygon shape(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find("SELECT geometry FROM place_area WHERE key = $1", key);
  if (!row) return {};
  return geo::shape_from_geojson(row->get<std::string>(0));
}

void insert(db::Transaction& tx, const Area& area, const geo::MultiPolygon& shape) {
  tx.execute(
      "INSERT INTO place_area (key, level, name, full_name, slug, parent, vintage, source, is_current, "
      "geometry, longitude, "
      "latitude, west, south, east, north) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
      "$14, $15, $16)",
      area.key, level_name(area.level), area.name, area.full_name, area.slug, or_null(area.parent),
      area.vintage, area.source, area.is_current, geo::to_geojson(shape), area.centre.longitude,
      area.centre.latitude, area.bounds.west, area.bounds.south, area.bounds.east, area.bounds.north);
}

void update(db::Transaction& tx, const Area& area, const geo::MultiPolygon& shape) {
  tx.execute(
      "UPDATE place_area SET level = $2, name = $3, full_name = $4, slug = $5, parent = $6, vintage = $7, "
      "source = $8, "
      "is_current = $9, geometry = $10, longitude = $11, latitude = $12, west = $13, south = $14, east = "
      "$15, north = $16 "
      "WHERE key = $1",
      area.key, level_name(area.level), area.name, area.full_name, area.slug, or_null(area.parent),
      area.vintage, area.source, area.is_current, geo::to_geojson(shape), area.centre.longitude,
      area.centre.latitude, area.bounds.west, area.bounds.south, area.bounds.east, area.bounds.north);
}

void end(db::Transaction& tx, std::string_view key) {
  tx.execute("UPDATE place_area SET is_current = 0 WHERE key = $1", key);
}

void lay_down_slug(db::Transaction& tx, std::string_view key) {
  // No real slug holds a tilde.
  tx.execute("UPDATE place_area SET slug = $2 WHERE key = $1", key, "~" + std::string(key));
}

void keep_former_slug(db::Transaction& tx, std::string_view slug, std::string_view area) {
  tx.execute("INSERT INTO place_former_slug (slug, area) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING", slug,
             area);
}

void forget_former_slug(db::Transaction& tx, std::string_view slug) {
  tx.execute("DELETE FROM place_former_slug WHERE slug = $1", slug);
}

std::optional<std::string> setting(db::Transaction& tx, std::string_view area, std::string_view name,
                                   Date on) {
  const auto row = tx.find(
      "SELECT value FROM place_setting WHERE area = $1 AND name = $2 AND valid_from <= $3 ORDER BY "
      "valid_from DESC, id DESC "
      "LIMIT 1",
      area, name, on);
  if (!row) return std::nullopt;
  return row->get<std::string>(0);
}

void add_setting(db::Transaction& tx, Instant now, std::string_view area, std::string_view name,
                 std::string_view value, Date valid_from, std::optional<identity::PersonId> set_by) {
  tx.execute(
      "INSERT INTO place_setting (area, name, value, valid_from, set_by, set_at) VALUES ($1, $2, $3, $4, $5, "
      "$6)",
      area, name, value, valid_from, set_by, now);
}

bool has_addresses(db::Transaction& tx) {
  return tx.find("SELECT postcode FROM place_address LIMIT 1").has_value();
}

std::optional<std::string> area_of_address(db::Transaction& tx, std::string_view postcode,
                                           std::int64_t house_number) {
  const auto row = tx.find("SELECT area FROM place_address WHERE postcode = $1 AND house_number = $2",
                           postcode, house_number);
  if (!row) return std::nullopt;
  return row->get<std::string>(0);
}

std::vector<std::string> areas_of_postcode(db::Transaction& tx, std::string_view postcode) {
  std::vector<std::string> areas;
  for (const auto& row :
       tx.query("SELECT DISTINCT area FROM place_address WHERE postcode = $1 LIMIT 2", postcode))
    areas.push_back(row.get<std::string>(0));
  return areas;
}

void replace_addresses(db::Transaction& tx, const std::vector<Address>& addresses) {
  tx.execute("DELETE FROM place_address");
  std::vector<std::vector<db::Value>> rows;
  rows.reserve(addresses.size());
  for (const auto& address : addresses)
    rows.push_back({address.postcode, address.house_number, address.street, address.area});
  tx.insert_many("place_address", {"postcode", "house_number", "street", "area"}, rows);
}

}  // namespace wijktafel::places::store
