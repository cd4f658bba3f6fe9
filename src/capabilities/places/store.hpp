// SQL of places: one function per question.
#pragma once

#include "capabilities/places/model.hpp"

namespace wijktafel::places::store {

std::optional<Area> find(db::Transaction& tx, std::string_view key);
std::optional<Area> find_municipality(db::Transaction& tx);
std::vector<Area> all(db::Transaction& tx);  // also those that are no longer current; by name
std::vector<Area> current_children(db::Transaction& tx, std::string_view parent);
std::vector<Area> current_of_level(db::Transaction& tx, Level level);
// The smallest areas that cover the municipality (neighbourhoods, or districts that have none) whose bounds
// meet the box.
std::vector<Area> current_ground(db::Transaction& tx, const geo::Box& box);
// As it is stored.
struct Border {
  std::string key;
  std::string name;
  std::string geometry;  // for geo::shape_from_geojson
  bool operator==(const Border&) const = default;
};
Border border(db::Transaction& tx, const Area& area);
std::vector<Border> borders_of_ground(db::Transaction& tx,
                                      const geo::Box& box);            // of current_ground(); by key
std::map<std::string, std::string> former_slugs(db::Transaction& tx);  // slug to area
geo::MultiPolygon shape(db::Transaction& tx, std::string_view key);

void insert(db::Transaction& tx, const Area& area, const geo::MultiPolygon& shape);
void update(db::Transaction& tx, const Area& area, const geo::MultiPolygon& shape);
void end(db::Transaction& tx, std::string_view key);  // no longer current
// Out of the way, so that areas may exchange slugs; update() gives the new one.
void lay_down_slug(db::Transaction& tx, std::string_view key);
void keep_former_slug(db::Transaction& tx, std::string_view slug, std::string_view area);
void forget_former_slug(db::Transaction& tx, std::string_view slug);

// The value set for this very area that holds on a date.
std::optional<std::string> setting(db::Transaction& tx, std::string_view area, std::string_view name,
                                   Date on);
void add_setting(db::Transaction& tx, Instant now, std::string_view area, std::string_view name,
                 std::string_view value, Date valid_from, std::optional<identity::PersonId> set_by);

struct Address {
  std::string postcode;
  std::int64_t house_number = 0;
  std::string street;
  std::string area;  // key
};
bool has_addresses(db::Transaction& tx);
std::optional<std::string> area_of_address(db::Transaction& tx, std::string_view postcode,
                                           std::int64_t house_number);
// Each area once; two at most: more than one is enough to know.
std::vector<std::string> areas_of_postcode(db::Transaction& tx, std::string_view postcode);
void replace_addresses(db::Transaction& tx, const std::vector<Address>& addresses);

}  // namespace wijktafel::places::store
