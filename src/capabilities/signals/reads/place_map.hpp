// The drawing on which a place is chosen or shown.
#pragma once

#include <optional>
#include <string>

#include "capabilities/places/places.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// The area among its neighbours, with a mark of this css class when there is a place.
places::AreaDrawing place_map(db::Transaction& tx, std::string_view area, std::string title,
                              std::optional<geo::Point> place, std::string css_class);

}  // namespace wijktafel::signals
