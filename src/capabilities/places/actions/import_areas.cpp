#include "capabilities/places/actions/import_areas.hpp"

#include <algorithm>
#include <initializer_list>

#include "base/text.hpp"
#include "capabilities/places/store.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::places {
namespace {

struct NewArea {
  Area area;
  std::string place;  // name of its district, to tell namesakes apart
  geo::MultiPolygon shape;
};
using NewAreas = std::map<std::string, NewArea>;  // by key

// The first of these properties that says something. CBS, PDOK and ours each have their own names.
std::string property(const geo::Feature& feature, std::initializer_list<std::string_view> names) {
  for (const auto name : names) {
    const auto found = feature.properties.find(name);
    if (found != feature.properties.end() && !trimmed(found->second).empty())
      return std::string(trimmed(found->second));
  }
  return {};
}

bool is_of_cbs(Level level) { return level == Level::district || level == Level::neighbourhood; }

class Reader {
 public:
  Reader(db::Transaction& tx, const ImportAreas& file) : tx_(tx), file_(file) {}

  Result<NewAreas, std::vector<Fault>> read();

 private:
  void fault(std::string_view what, i18n::Arguments arguments = {}) {
    faults_.push_back({number_, "places.fault." + std::string(what), std::move(arguments)});
  }
  void check_file();
  void check_vintage();
  void read_feature(const geo::Feature& feature);
  std::optional<Level> level_of(const geo::Feature& feature, const std::string& key);
  void check_parents();
  void make_districts();
  void make_municipality();

  db::Transaction& tx_;
  const ImportAreas& file_;
  std::size_t number_ = 0;  // of the feature at hand, from 1
  NewAreas areas_;
  std::map<std::string, std::size_t> numbers_;         // key to number of the feature
  std::map<std::string, std::string> district_names_;  // as the neighbourhoods say them
  std::vector<Fault> faults_;
};

void Reader::check_file() {
  if (level_of_code(file_.municipality_code) != Level::municipality)
    fault("municipality_code", {{"code", file_.municipality_code}});
  if (trimmed(file_.municipality_name).empty()) fault("municipality_name");
  if (file_.vintage < 1990 || file_.vintage > 2100)
    fault("vintage", {{"vintage", std::to_string(file_.vintage)}});
  if (const auto here = store::find_municipality(tx_)) {
    if (here->key != file_.municipality_code)
      fault("other_municipality", {{"name", here->name}, {"code", here->key}});
  }
}

void Reader::check_vintage() {
  const auto here = store::find_municipality(tx_);
  const bool has_ground =
      std::ranges::any_of(areas_, [](const auto& entry) { return is_of_cbs(entry.second.area.level); });
  number_ = 0;
  if (here && has_ground && here->vintage > file_.vintage)
    fault("older", {{"vintage", std::to_string(file_.vintage)}, {"known", std::to_string(here->vintage)}});
}

std::optional<Level> Reader::level_of(const geo::Feature& feature, const std::string& key) {
  if (const auto level = level_of_code(key)) {
    if (municipality_of_code(key) == file_.municipality_code) return level;
    fault("code_of_another_municipality", {{"code", key}});
    return std::nullopt;
  }
  const auto level = level_named(property(feature, {"level"}));
  // The three levels of CBS have the codes of CBS.
  if (is_own_code(key) && level && *level != Level::municipality && *level != Level::district &&
      *level != Level::neighbourhood)
    return level;
  fault("code", {{"code", key}});
  return std::nullopt;
}

void Reader::read_feature(const geo::Feature& feature) {
  const auto key = property(
      feature, {"code", "statcode", "buurtcode", "wijkcode", "wijkCode", "gemeentecode", "gmCode", "id"});
  if (key.empty()) return fault("no_code");
  const auto level = level_of(feature, key);
  const auto name =
      property(feature, {"name", "naam", "statnaam", "buurtnaam", "wijknaam", "wijkNaam", "gemeentenaam"});
  if (name.empty()) fault("no_name", {{"code", key}});
  if (feature.shape.empty()) fault("no_border", {{"code", key}});
  if (numbers_.contains(key)) fault("twice", {{"code", key}});
  numbers_.emplace(key, number_);
  if (!level || name.empty() || feature.shape.empty()) return;

  NewArea made;
  made.area.key = key;
  made.area.level = *level;
  made.area.full_name = name;
  made.shape = feature.shape;
  if (*level == Level::neighbourhood) {
    made.area.parent = district_of_code(key);
    const auto district = property(feature, {"wkNaam", "wijknaam", "wijkNaam"});
    if (!district.empty()) district_names_.emplace(made.area.parent, district);
  } else if (*level != Level::municipality) {
    const auto parent = property(feature, {"parent"});
    made.area.parent = parent.empty() || *level == Level::district ? file_.municipality_code : parent;
  }
  areas_.emplace(key, std::move(made));
}

// An area of one's own lies in something that is known and of a higher level.
void Reader::check_parents() {
  for (const auto& [key, made] : areas_) {
    const auto& parent = made.area.parent;
    if (made.area.level == Level::municipality || is_of_cbs(made.area.level) ||
        parent == file_.municipality_code)
      continue;
    number_ = numbers_.at(key);
    const auto in_file = areas_.find(parent);
    const auto known = store::find(tx_, parent);
    const auto level = in_file != areas_.end() ? std::optional(in_file->second.area.level)
                       : known                 ? std::optional(known->level)
                                               : std::nullopt;
    if (!level || *level >= made.area.level) fault("parent", {{"code", parent}});
  }
}

// Borders of districts in the same file may be drawn more coarsely; those of the neighbourhoods win.
void Reader::make_districts() {
  std::map<std::string, std::vector<geo::MultiPolygon>> parts;
  for (const auto& [key, made] : areas_)
    if (made.area.level == Level::neighbourhood) parts[made.area.parent].push_back(made.shape);
  for (const auto& [key, shapes] : parts) {
    auto& made = areas_[key];
    if (made.area.key.empty()) {
      const auto known = store::find(tx_, key);
      const auto said = district_names_.find(key);
      made.area.full_name = said != district_names_.end() ? said->second
                            : known                       ? known->full_name
                                                          : "Wijk " + key.substr(6);
    }
    made.area.key = key;
    made.area.level = Level::district;
    made.area.parent = file_.municipality_code;
    made.shape = geo::dissolve(shapes);
  }
}

// A file with areas of one's own only leaves the municipality as it is.
void Reader::make_municipality() {
  std::vector<geo::MultiPolygon> districts;
  for (const auto& [key, made] : areas_)
    if (made.area.level == Level::district) districts.push_back(made.shape);
  if (districts.empty() && !areas_.contains(file_.municipality_code)) {
    number_ = 0;
    if (!store::find_municipality(tx_)) fault("no_ground");
    return;
  }
  auto& made = areas_[file_.municipality_code];
  made.area.key = file_.municipality_code;
  made.area.level = Level::municipality;
  made.area.full_name = std::string(trimmed(file_.municipality_name));
  made.area.parent.clear();
  if (!districts.empty()) made.shape = geo::dissolve(districts);
}

Result<NewAreas, std::vector<Fault>> Reader::read() {
  check_file();
  const auto features = geo::read_geojson(file_.geojson);
  if (!features) {
    for (const auto& broken : features.error())
      faults_.push_back({broken.feature, "geo.fault." + broken.reason, {}});
    return std::unexpected(std::move(faults_));
  }
  for (const auto& feature : *features) {
    ++number_;
    read_feature(feature);
  }
  check_vintage();
  check_parents();
  if (!faults_.empty()) return std::unexpected(std::move(faults_));
  make_districts();
  make_municipality();
  if (!faults_.empty()) return std::unexpected(std::move(faults_));
  for (auto& [key, made] : areas_) {
    made.area.name = shown_name(made.area.level, made.area.full_name);
    made.area.vintage = file_.vintage;
    made.area.source = file_.source;
    made.area.centre = geo::centre(made.shape);
    made.area.bounds = geo::bounds(made.shape);
  }
  for (auto& [key, made] : areas_) {
    const auto district = areas_.find(made.area.parent);
    if (district != areas_.end()) {
      made.place = district->second.area.name;
    } else if (const auto known = store::find(tx_, made.area.parent)) {
      made.place = known->name;
    }
  }
  return std::move(areas_);
}

void give_slugs(db::Transaction& tx, NewAreas& areas, const std::map<std::string, Area>& before) {
  std::vector<SlugWish> wishes;
  for (const auto& [key, made] : areas) wishes.push_back({key, made.area.level, made.area.name, made.place});
  std::map<std::string, KnownSlug> known;
  for (const auto& [key, area] : before) known[key] = {area.name, area.slug};
  const auto slugs = slugs_for(std::move(wishes), known, store::former_slugs(tx));
  for (auto& [key, made] : areas) {
    made.area.slug = slugs.at(key);
    const auto old = before.find(key);
    if (old == before.end() || old->second.slug == made.area.slug) continue;
    store::keep_former_slug(tx, old->second.slug, key);
    store::lay_down_slug(tx, key);
  }
  for (const auto& [key, slug] : slugs) store::forget_former_slug(tx, slug);
}

void write(db::Transaction& tx, const NewArea& made, const std::map<std::string, Area>& before) {
  if (before.contains(made.area.key)) {
    store::update(tx, made.area, made.shape);
  } else {
    store::insert(tx, made.area, made.shape);
  }
}

}  // namespace

Result<ImportedAreas, std::vector<Fault>> import_areas(db::Transaction& tx, const ImportAreas& file) {
  auto read = Reader(tx, file).read();
  if (!read) return std::unexpected(std::move(read.error()));
  NewAreas& areas = *read;

  std::map<std::string, Area> before;
  for (auto& area : store::all(tx)) before.emplace(area.key, std::move(area));
  give_slugs(tx, areas, before);

  // What lies above comes first: a parent must be there before its children.
  ImportedAreas imported{.areas = areas.size()};
  std::set<Level> levels;
  for (const auto level : {Level::municipality, Level::district, Level::village, Level::neighbourhood,
                           Level::complex, Level::street, Level::drawn})
    for (const auto& [key, made] : areas)
      if (made.area.level == level) {
        levels.insert(level);
        write(tx, made, before);
      }
  for (const auto& [key, area] : before) {
    if (!area.is_current || !is_of_cbs(area.level) || !levels.contains(area.level) || areas.contains(key))
      continue;
    store::end(tx, key);
    ++imported.ended;
  }
  // Names, paths and maps may have changed on any page.
  tx.touch(register_of_areas);
  tx.touch(web::every_area);
  for (const auto& [key, area] : before) tx.touch(key);
  for (const auto& [key, made] : areas) tx.touch(key);
  return imported;
}

}  // namespace wijktafel::places
