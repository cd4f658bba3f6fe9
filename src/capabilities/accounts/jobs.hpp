// What happens to accounts without anyone clicking.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::accounts {

std::vector<web::Job> account_jobs();

}  // namespace wijktafel::accounts
