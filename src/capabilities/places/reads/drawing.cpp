#include "capabilities/places/reads/drawing.hpp"

#include <algorithm>

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

void add(AreaDrawing& into, db::Transaction& tx, const Area& area, std::string css_class, std::string url) {
  into.shapes.push_back(std::make_shared<const geo::MultiPolygon>(store::shape(tx, area.key)));
  into.drawing.areas.push_back({area.name, std::move(url), std::move(css_class), into.shapes.back().get()});
}

}  // namespace

AreaDrawing drawing_of(db::Transaction& tx, std::string_view key, std::string title) {
  AreaDrawing made;
  made.drawing.title = std::move(title);
  const auto here = store::find(tx, key);
  if (!here) return made;
  const bool is_whole = here->level == Level::municipality;
  made.drawing.view = widened(here->bounds, is_whole ? 0.03 : 0.18);
  for (const auto& area : store::current_ground(tx, seen(made.drawing)))
    if (area.key != here->key) add(made, tx, area, "area", "");
  // Last, so that its outline lies on top of those of its neighbours.
  if (!is_whole) add(made, tx, *here, "area here", "");
  return made;
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
    add(made, tx, area, "area", url_of(area));
  return made;
}

}  // namespace wijktafel::places
