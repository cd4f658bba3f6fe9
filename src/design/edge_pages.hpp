// What the edge itself must say: not found, not allowed, from another site, something broke. Always a way on.
#pragma once

#include "platform/web/edge.hpp"

namespace wijktafel::design {

web::EdgePages edge_pages();

}  // namespace wijktafel::design
