#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::sheets {

// The section "strips".
web::Exchange exchange();

}  // namespace wijktafel::sheets
