// Which network a request came from: what limits are counted by. Coarse on purpose: it tells no person apart,
// and a limit must be wide enough for a whole school behind one address.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::web {

// The first 24 bits of an IPv4 address, 48 of an IPv6 address; "" for anything else. `peer` is that of
// http::Request.
std::string network_of(std::string_view peer);

}  // namespace wijktafel::web
