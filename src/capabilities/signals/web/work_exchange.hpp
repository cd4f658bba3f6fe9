// How people work, in the exchange format: standard answers, words that promise, lists of one's own.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::signals {

std::vector<web::Exchange> work_exchanges();

}  // namespace wijktafel::signals
