// What happens without anyone clicking: sending, asking after a receipt, trying a connection, and what others
// tell.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::forwarding {

std::vector<web::Job> forwarding_jobs();

}  // namespace wijktafel::forwarding
