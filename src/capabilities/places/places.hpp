// Where things are: the municipality, its districts and neighbourhoods with their borders, addresses, and the
// settings that each area may have. The code of an area is its key; a name is not (two neighbourhoods may
// share one).
//
//   const auto home = places::neighbourhood_at(tx, point);                       // nothing: outside the
//   municipality const auto days = places::whole_number(tx, area, answer_days, call.today);   // answer_days:
//   a declared web::Setting auto map = places::drawing_of(tx, call.area->key, call.text("signals.map", ...));
//   map.drawing.pins = ...;
//   view.map = places::draw(map);
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/geo/borders.hpp"
#include "platform/geo/geometry.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::places {

// Words: places.level.<level>, as level_name() gives it.
enum class Level { municipality, district, village, neighbourhood, complex, street, drawn };
std::string_view level_name(Level level);  // "municipality", "district" ...: the form in which it is stored

struct Area {
  std::string key;  // GM1621, WK162121, BU16212131, or a code of one's own
  Level level = Level::neighbourhood;
  std::string name;       // as it is shown: "Berkel"
  std::string full_name;  // as in the source: "Wijk 21 Berkel"
  std::string slug;
  std::string parent;      // "" above the municipality
  int vintage = 0;         // year of the borders
  std::string source;      // whom to name, as shown: "CBS, Kadaster, 2022, CC BY 4.0"
  bool is_current = true;  // false: no longer in the newest borders, kept for what belongs to it
  geo::Point centre;       // lies inside
  geo::Box bounds;
};

web::Capability capability();

// Areas that are no longer current are found by key and slug, and are in no list.
std::optional<Area> find_area(db::Transaction& tx, std::string_view key);
std::optional<Area> find_municipality(db::Transaction& tx);
// The area itself, its district, its municipality: keys, lowest first. Only the key itself when it is
// unknown.
std::vector<std::string> lineage_of(db::Transaction& tx, std::string_view key);
std::vector<Area> children_of(db::Transaction& tx, std::string_view key);  // by name
// Every key of this level inside `key`, at any depth: the neighbourhoods of a district or of the
// municipality.
std::vector<Area> areas_within(db::Transaction& tx, std::string_view key, Level level);
std::optional<Area> neighbourhood_at(db::Transaction& tx, geo::Point point);
bool lies_in(db::Transaction& tx, std::string_view key, geo::Point point);
geo::MultiPolygon shape_of(db::Transaction& tx, std::string_view key);  // empty for an unknown key

// The value of a setting on a date: of the area, else of what lies above it, else what was declared.
std::string text_setting(db::Transaction& tx, std::string_view area, const web::Setting& setting, Date on);
std::int64_t whole_number(db::Transaction& tx, std::string_view area, const web::Setting& setting, Date on);
bool yes_no(db::Transaction& tx, std::string_view area, const web::Setting& setting, Date on);

// A drawing that keeps the shapes it points to. Its areas are drawn already: only pins and title may be
// changed.
struct AreaDrawing {
  geo::Drawing drawing;
  std::vector<std::shared_ptr<const geo::MultiPolygon>> shapes;
  std::shared_ptr<const geo::DrawnBorders> borders;
};
// The area (css class "area here") among its neighbours ("area"), without links; pins are the caller's. The
// municipality is drawn with all its neighbourhoods. `title` is what is read aloud.
AreaDrawing drawing_of(db::Transaction& tx, std::string_view key, std::string title);
html::SafeHtml draw(const AreaDrawing& map);

// All areas in memory, made anew when areas have changed; inside a transaction what was known a moment ago
// answers, because no other reading may begin there. Thread-safe.
class Directory {
 public:
  // `municipality_path`: "/lansingerland".
  Directory(db::Database& database, std::string municipality_path);
  ~Directory();
  // The segment of a path; "" is the municipality. A former slug gives the area with its path of today, so
  // that the edge sees the difference and redirects.
  std::optional<web::AreaRef> find_by_slug(std::string_view slug) const;
  std::optional<web::AreaRef> find(std::string_view key) const;
  std::optional<web::AreaRef> find_at(geo::Point point) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::places
