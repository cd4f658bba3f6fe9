// The neighbourhood whole, on one page: social, physical and safety with the signals, goals and commitments
// of each, where they meet, what is late and where a chain is broken; and what the municipality says about
// privacy and access.
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::overview {

web::Capability capability();

}  // namespace wijktafel::overview
