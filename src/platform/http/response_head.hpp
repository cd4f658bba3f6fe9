// The bytes in front of a response's body.
#pragma once

#include <string>

#include "base/time.hpp"
#include "platform/http/message.hpp"

namespace wijktafel::http {

enum class AfterResponse { keep_open, close };

// "Sun, 22 Nov 2026 08:49:37 GMT" (RFC 9110 section 5.6.7).
std::string http_date(Instant instant);

// Length, connection and date are said here and nowhere else; a handler's own are left out.
std::string head_bytes(const Response& response, AfterResponse after, Instant now);
// 1xx, 204 and 304 have none (RFC 9110 section 6.4.1).
bool may_have_body(int status);

}  // namespace wijktafel::http
