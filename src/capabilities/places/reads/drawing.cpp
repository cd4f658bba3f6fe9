#include "capabilities/places/reads/drawing.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "capabilities/places/store.hpp"

namespace wijktafel::places {
namespace {

// Some of what lies around it: a share of its size on every side, so that one sees where it is.
geo::Box widened(const geo::Box& box, double share) {
  const double wide = (box.east - box.west) * share;
  const double high = (box.north - box.south) * share;
  return {box.west - wide, box.south - high, box.east + wide, box.north + high};
}

// What the drawing shows beyond `view`: the picture is three to two whatever the shape of the area.
geo::Box seen(const geo::Drawing& drawing) {
  const auto north_west = geo::place_at(drawing, 0, 0);
  const auto south_east = geo::place_at(drawing, drawing.width, drawing.height);
  return {north_west.longitude, south_east.latitude, south_east.longitude, north_west.latitude};
}

// As high as the view needs at this width, so that small neighbourhoods are as easy to press as can be.
int fitting_height(const geo::Drawing& drawing) {
  const auto& view = drawing.view;
  const double wide = geo::distance_m({view.west, view.south}, {view.east, view.south});
  const double high = geo::distance_m({view.west, view.south}, {view.west, view.north});
  return static_cast<int>(std::clamp(drawing.width * high / wide, 300.0, 900.0));
}

void add(AreaDrawing& into, geo::MultiPolygon shape, std::string name, std::string css_class,
         std::string url) {
  into.shapes.push_back(std::make_shared<const geo::MultiPolygon>(std::move(shape)));
  into.drawing.areas.push_back(
      {std::move(name), std::move(url), std::move(css_class), into.shapes.back().get()});
}

using Borders = std::vector<store::Border>;

// The last drawing of each area with the very rows it was made from. A drawing is what its rows say and
// nothing else, so it may be shared by everything in the process, and none is ever too old: other rows make
// another. Thread-safe.
class KnownDrawings {
 public:
  std::optional<AreaDrawing> find(const std::string& key, const Borders& borders, const geo::Box& view) {
    std::shared_ptr<const Known> known;
    {
      const std::lock_guard looking(mutex_);
      if (const auto found = known_.find(key); found != known_.end()) known = found->second;
    }
    if (!known || known->borders != borders || !is_same(known->map.drawing.view, view)) return std::nullopt;
    return known->map;
  }
  void keep(const std::string& key, Borders borders, const AreaDrawing& map) {
    auto made = std::make_shared<const Known>(std::move(borders), map);
    const std::lock_guard changing(mutex_);
    known_[key] = std::move(made);
  }

 private:
  struct Known {
    Borders borders;
    AreaDrawing map;
  };
  static bool is_same(const geo::Box& one, const geo::Box& other) {
    return one.west == other.west && one.south == other.south && one.east == other.east &&
           one.north == other.north;
  }

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Known>> known_;  // as many as there are areas
};

}  // namespace

AreaDrawing drawing_of(db::Transaction& tx, std::string_view key, std::string title) {
  static KnownDrawings known;
  AreaDrawing made;
  const auto here = store::find(tx, key);
  if (here) {
    const bool is_whole = here->level == Level::municipality;
    made.drawing.view = widened(here->bounds, is_whole ? 0.03 : 0.18);
    auto borders = store::borders_of_ground(tx, seen(made.drawing));
    std::erase_if(borders, [&](const auto& border) { return border.key == here->key; });
    // Last, so that its outline lies on top of those of its neighbours.
    if (!is_whole) borders.push_back(store::border(tx, *here));
    if (auto map = known.find(here->key, borders, made.drawing.view)) {
      map->drawing.title = std::move(title);
      return std::move(*map);
    }
    for (const auto& border : borders)
      add(made, geo::shape_from_geojson(border.geometry), border.name,
          border.key == here->key ? "area here" : "area", "");
    made.borders = std::make_shared<const geo::DrawnBorders>(geo::draw_borders(made.drawing));
    known.keep(here->key, std::move(borders), made);
  }
  made.drawing.title = std::move(title);
  return made;
}

html::SafeHtml draw(const AreaDrawing& map) {
  return map.borders ? geo::draw_svg(map.drawing, *map.borders) : geo::draw_svg(map.drawing);
}

AreaDrawing drawing_with_links(db::Transaction& tx, std::string title,
                               const std::function<std::string(const Area&)>& url_of) {
  AreaDrawing made;
  made.drawing.title = std::move(title);
  const auto municipality = store::find_municipality(tx);
  if (!municipality) return made;
  made.drawing.view = widened(municipality->bounds, 0.03);
  made.drawing.height = fitting_height(made.drawing);
  for (const auto& area : store::current_ground(tx, municipality->bounds))
    add(made, store::shape(tx, area.key), area.name, "area", url_of(area));
  return made;
}

}  // namespace wijktafel::places
