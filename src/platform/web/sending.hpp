// What every response gets on its way out: security headers, cache rules, compression.
#pragma once

#include "platform/http/message.hpp"
#include "platform/web/page_cache.hpp"

namespace wijktafel::web {

void add_security_headers(http::Response& response, bool is_https);

// A page that is kept, as this request may have it: 304 when the browser has it already, compressed if it
// likes.
http::Response response_with(const KeptPage& page, const http::Request& request);

// For what is not kept: "no-store" unless the handler said something, and compressed when that pays.
void prepare_once(http::Response& response, const http::Request& request);

// Whether an If-None-Match header names this tag (weak comparison, RFC 9110 section 8.8.3.2).
bool names_tag(std::string_view if_none_match, std::string_view etag);

}  // namespace wijktafel::web
