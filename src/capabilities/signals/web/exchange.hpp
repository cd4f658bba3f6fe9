// Signals in the exchange format (README.md shows an example).
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::signals {

web::Exchange exchange();

}  // namespace wijktafel::signals
