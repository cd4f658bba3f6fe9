// The section "comments" of the exchange format; its members are in README.md.
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::comments {

web::Exchange exchange();

}  // namespace wijktafel::comments
