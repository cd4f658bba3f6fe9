// Whether a request that changes something came from a page of ours. Together with SameSite cookies this is
// what protects forms, so that cached pages need no token.
#pragma once

#include <string_view>

#include "platform/http/message.hpp"

namespace wijktafel::web {

bool changes_something(http::Method method);  // anything but GET, HEAD and OPTIONS

// Sec-Fetch-Site decides when the browser sends it: "same-origin", or "none" when the person did it without a
// page (a reload, a bookmark). Without it (older browsers, and sites without https) Origin must be `base_url`
// or the host that was asked. A browser sends one of the two with every form; a request with neither comes
// from a program, and is let through only when it carries no session that could be misused.
bool comes_from_here(const http::Request& request, std::string_view base_url, bool has_session);

}  // namespace wijktafel::web
