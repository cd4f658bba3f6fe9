// Organisations in the exchange format: {"organisations": [{"key": "politie", "kind": "police", "name":
// "Politie"}]}.
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::organisations {

web::Exchange exchange();

}  // namespace wijktafel::organisations
