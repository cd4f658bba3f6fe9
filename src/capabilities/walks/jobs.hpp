// What happens without anyone clicking.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::walks {

std::vector<web::Job> walk_jobs();

}  // namespace wijktafel::walks
