// The gallery: every component with the example of its template, at /design. Only while developing, and for
// whoever makes a theme: app adds these routes when `serve` reads the sources (--development).
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::design {

std::vector<web::Route> gallery_routes();

// "design/chain" to "chain": every component, in the order of the alphabet.
std::vector<std::string> component_names();

}  // namespace wijktafel::design
