// Addresses of the pages of forwarding.
#pragma once

#include <string>
#include <string_view>

#include "capabilities/forwarding/forwarding.hpp"

namespace wijktafel::forwarding {

inline std::string manage_path(const web::Service& service) {
  return service.municipality_path + "/beheer/doorsturen";
}
inline std::string destination_path(const web::Service& service, DestinationId id,
                                    std::string_view action = {}) {
  return manage_path(service) + "/" + std::to_string(raw(id)) +
         (action.empty() ? "" : "/" + std::string(action));
}
// POST: everything that failed is tried again.
inline std::string retry_all_path(const web::Service& service) { return manage_path(service) + "/opnieuw"; }
// POST: the signal goes to a destination; with "opnieuw": what failed is tried again.
inline std::string send_path(const web::AreaRef& area, ItemId item, std::string_view action = {}) {
  return area.path + "/doorsturen/" + std::to_string(raw(item)) +
         (action.empty() ? "" : "/" + std::string(action));
}

}  // namespace wijktafel::forwarding
