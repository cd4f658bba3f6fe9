#include "capabilities/signals/reads/place_map.hpp"

namespace wijktafel::signals {

places::AreaDrawing place_map(db::Transaction& tx, std::string_view area, std::string title,
                              std::optional<geo::Point> place, std::string css_class) {
  auto map = places::drawing_of(tx, area, title);
  if (place) map.drawing.pins.push_back({*place, 1, std::move(css_class), std::move(title)});
  return map;
}

}  // namespace wijktafel::signals
