// A page that may be kept for all visitors: what its handler may know, and what the handler says about it.
#pragma once

#include <string>
#include <vector>

#include "platform/web/page_cache.hpp"

namespace wijktafel::web {

// The request as the handler of a kept page gets it: path, parameters and the listed query parameters. No
// headers and no cookies, so that the page cannot show what its key does not hold.
http::Request visitor_request(const http::Request& request, const std::vector<std::string>& query_names);

// Takes the hints to the edge out of the response (see edge.hpp). Without a hint the page holds until
// midnight.
Rendered rendered_page(http::Response response, Date today);

}  // namespace wijktafel::web
