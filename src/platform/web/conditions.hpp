// Conditional and range requests (RFC 9110 sections 13 and 14) for what is sent as it is: photos and assets.
#pragma once

#include "platform/http/message.hpp"

namespace wijktafel::web {

// A handler says with this that its answer may be asked for in part, and how to recognise it. `tag` names
// these very bytes: a hash of them, without quotation marks.
void mark_as_bytes(http::Response& response, std::string_view tag);

// Answers If-Match, If-None-Match, Range and If-Range in the order of section 13.2.2: 412, 304, 206 or 416,
// when the response has been marked and is a 200 to GET or HEAD; else it stays as it is. Dates are left
// aside, as the RFC asks of who sends no Last-Modified. Of several ranges at once the whole is sent, which
// section 14.2 allows: many small ranges are an old way to make a server work.
void meet_conditions(http::Response& response, const http::Request& request);

}  // namespace wijktafel::web
