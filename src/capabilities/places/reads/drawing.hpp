// Maps of areas.
#pragma once

#include <functional>

#include "capabilities/places/places.hpp"

namespace wijktafel::places {

// The municipality with all its neighbourhoods, each a link to `url_of`.
AreaDrawing drawing_with_links(db::Transaction& tx, std::string title,
                               const std::function<std::string(const Area&)>& url_of);

}  // namespace wijktafel::places
