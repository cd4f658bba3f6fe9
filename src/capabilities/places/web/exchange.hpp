// Areas, addresses and settings in the exchange format (README.md of this folder shows an example).
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::places {

std::vector<web::Exchange> exchanges();

}  // namespace wijktafel::places
