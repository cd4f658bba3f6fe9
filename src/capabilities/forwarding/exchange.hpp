#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::forwarding {

// The sections "destinations" and "forwarded".
std::vector<web::Exchange> exchanges();

}  // namespace wijktafel::forwarding
