#include "capabilities/places/places.hpp"

#include "capabilities/places/web/exchange.hpp"
#include "capabilities/places/web/pages.hpp"

namespace wijktafel::places {

web::Capability capability() {
  web::Capability places{.name = "places", .level = 0};
  places.routes = routes();
  places.permissions = {{"places.set_settings", {"administrator"}}};
  places.slots = {{"my_administration", 5, link_to_settings}};
  places.exchanges = exchanges();
  return places;
}

}  // namespace wijktafel::places
