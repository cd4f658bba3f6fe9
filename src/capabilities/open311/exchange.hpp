#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::open311 {

// The section "service_questions".
web::Exchange exchange();

}  // namespace wijktafel::open311
