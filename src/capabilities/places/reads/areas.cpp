// The questions about areas and settings that other capabilities ask (places.hpp).
#include <charconv>

#include "capabilities/places/places.hpp"
#include "capabilities/places/store.hpp"

namespace wijktafel::places {

std::optional<Area> find_area(db::Transaction& tx, std::string_view key) { return store::find(tx, key); }

std::optional<Area> find_municipality(db::Transaction& tx) { return store::find_municipality(tx); }

std::vector<std::string> lineage_of(db::Transaction& tx, std::string_view key) {
  std::vector<std::string> lineage{std::string(key)};
  // Seven levels exist; a parent is always of a higher one.
  for (auto area = store::find(tx, key); area && !area->parent.empty(); area = store::find(tx, area->parent))
    lineage.push_back(area->parent);
  return lineage;
}

std::vector<Area> children_of(db::Transaction& tx, std::string_view key) {
  return store::current_children(tx, key);
}

std::vector<Area> areas_within(db::Transaction& tx, std::string_view key, Level level) {
  std::vector<Area> within;
  std::map<std::string, std::string> parents;
  for (const auto& area : store::all(tx)) parents[area.key] = area.parent;
  for (auto& area : store::current_of_level(tx, level)) {
    auto above = area.parent;
    while (!above.empty() && above != key) above = parents[above];
    if (above == key) within.push_back(std::move(area));
  }
  return within;
}

std::optional<Area> neighbourhood_at(db::Transaction& tx, geo::Point point) {
  const geo::Box here{point.longitude, point.latitude, point.longitude, point.latitude};
  for (auto& area : store::current_ground(tx, here))
    if (geo::contains(store::shape(tx, area.key), point)) return std::move(area);
  return std::nullopt;
}

geo::MultiPolygon shape_of(db::Transaction& tx, std::string_view key) { return store::shape(tx, key); }

bool lies_in(db::Transaction& tx, std::string_view key, geo::Point point) {
  return geo::contains(store::shape(tx, key), point);
}

std::string text_setting(db::Transaction& tx, std::string_view area, const web::Setting& setting, Date on) {
  for (const auto& key : lineage_of(tx, area))
    if (auto value = store::setting(tx, key, setting.name, on)) return std::move(*value);
  return setting.otherwise;
}

std::int64_t whole_number(db::Transaction& tx, std::string_view area, const web::Setting& setting, Date on) {
  WIJKTAFEL_ASSERT(setting.type == web::Setting::Type::whole_number,
                   "a number is asked of a setting that is a number");
  const auto text = text_setting(tx, area, setting, on);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) throw Failure("places: setting " + setting.name + " is not a whole number");
  return number;
}

bool yes_no(db::Transaction& tx, std::string_view area, const web::Setting& setting, Date on) {
  WIJKTAFEL_ASSERT(setting.type == web::Setting::Type::yes_no,
                   "yes or no is asked of a setting that is yes or no");
  return text_setting(tx, area, setting, on) == "yes";
}

}  // namespace wijktafel::places
