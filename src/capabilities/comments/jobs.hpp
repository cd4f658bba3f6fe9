// What happens to reactions without anyone clicking.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::comments {

std::vector<web::Job> comment_jobs();

}  // namespace wijktafel::comments
