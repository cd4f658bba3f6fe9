// Desks in the exchange format: {"safety_net": [{"area": "GM1621", "person": "sanne", "from":
// "2026-01-01"}]}; "organisation" or "team" instead of "person".
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::safety_net {

web::Exchange exchange();

}  // namespace wijktafel::safety_net
