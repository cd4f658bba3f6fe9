// All areas in memory. One snapshot is shared by all threads and never changes; when the areas have changed,
// the first to notice makes the next one while the others go on with the old.
#include <atomic>
#include <mutex>

#include "capabilities/places/model.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/places/store.hpp"

namespace wijktafel::places {
namespace {

struct Snapshot {
  std::uint64_t version = 0;
  std::map<std::string, web::AreaRef, std::less<>> by_key;
  std::map<std::string, std::string, std::less<>> by_slug;  // to key; former ones too
  std::string municipality;
  std::unique_ptr<geo::ShapeIndex> ground;
};

web::AreaRef ref_of(const Area& area, const std::map<std::string, Area>& areas,
                    const std::string& municipality_path) {
  const auto path_of = [&](const Area& of) {
    return of.level == Level::municipality ? municipality_path : municipality_path + "/" + of.slug;
  };
  web::AreaRef ref;
  ref.key = area.key;
  ref.name = area.name;
  ref.path = path_of(area);
  ref.is_municipality = area.level == Level::municipality;
  ref.lineage.push_back(area.key);
  for (auto above = areas.find(area.parent); above != areas.end(); above = areas.find(above->second.parent)) {
    ref.lineage.push_back(above->first);
    ref.crumbs.insert(ref.crumbs.begin(), {above->second.name, path_of(above->second)});
  }
  return ref;
}

std::shared_ptr<const Snapshot> snapshot_of(db::Transaction& tx, std::uint64_t version,
                                            const std::string& municipality_path) {
  auto made = std::make_shared<Snapshot>();
  made->version = version;
  std::map<std::string, Area> areas;
  for (auto& area : store::all(tx)) areas.emplace(area.key, std::move(area));
  for (const auto& [slug, key] : store::former_slugs(tx)) made->by_slug[slug] = key;
  std::vector<std::pair<std::string, geo::MultiPolygon>> shapes;
  for (const auto& [key, area] : areas) {
    made->by_key[key] = ref_of(area, areas, municipality_path);
    if (area.level == Level::municipality) {
      made->municipality = key;
    } else {
      made->by_slug[area.slug] = key;
    }
  }
  if (const auto municipality = areas.find(made->municipality); municipality != areas.end())
    for (const auto& area : store::current_ground(tx, municipality->second.bounds))
      shapes.emplace_back(area.key, store::shape(tx, area.key));
  made->ground = std::make_unique<geo::ShapeIndex>(std::move(shapes));
  return made;
}

}  // namespace

struct Directory::Impl {
  Impl(db::Database& database_given, std::string path)
      : database(database_given), municipality_path(std::move(path)) {}

  std::shared_ptr<const Snapshot> current() {
    // Asked before reading: a change in between makes one snapshot too many, never one too few.
    const auto version = database.version(register_of_areas);
    auto known = snapshot.load();
    // Actions and reads ask for areas too: inside a transaction no other can begin, and what was known a
    // moment ago answers. The next request, outside, makes the new one.
    if (known && (known->version == version || database.is_inside_transaction())) return known;
    const std::lock_guard only_one(making);
    known = snapshot.load();
    if (known && known->version == version) return known;
    auto made =
        database.read([&](db::Transaction& tx) { return snapshot_of(tx, version, municipality_path); });
    snapshot.store(made);
    return made;
  }

  db::Database& database;
  std::string municipality_path;
  std::mutex making;
  std::atomic<std::shared_ptr<const Snapshot>> snapshot;
};

Directory::Directory(db::Database& database, std::string municipality_path)
    : impl_(std::make_unique<Impl>(database, std::move(municipality_path))) {
  impl_->current();
}

Directory::~Directory() = default;

std::optional<web::AreaRef> Directory::find(std::string_view key) const {
  const auto now = impl_->current();
  const auto found = now->by_key.find(key);
  if (found == now->by_key.end()) return std::nullopt;
  return found->second;
}

std::optional<web::AreaRef> Directory::find_by_slug(std::string_view slug) const {
  const auto now = impl_->current();
  if (slug.empty()) {
    const auto municipality = now->by_key.find(now->municipality);
    if (municipality == now->by_key.end()) return std::nullopt;
    return municipality->second;
  }
  const auto key = now->by_slug.find(slug);
  if (key == now->by_slug.end()) return std::nullopt;
  return now->by_key.at(key->second);
}

std::optional<web::AreaRef> Directory::find_at(geo::Point point) const {
  const auto now = impl_->current();
  const auto key = now->ground->find(point);
  if (!key) return std::nullopt;
  return now->by_key.at(*key);
}

}  // namespace wijktafel::places
