// The bytes in front of a response's body.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "platform/http/message.hpp"

namespace wijktafel::http {

enum class AfterResponse { keep_open, close };

// "Sun, 22 Nov 2026 08:49:37 GMT" (RFC 9110 section 5.6.7).
std::string http_date(Instant instant);

// Length, connection and date are said here and nowhere else; a handler's own are left out.
// Status line and fields with the length, as far as they are the same each time the response is sent.
std::string head_start(const Response& response);
// What comes after it: date, connection and the empty line. Written once a second. For one thread; the view
// holds until the next call.
class HeadEnd {
 public:
  std::string_view at(AfterResponse after, Instant now);

 private:
  std::optional<std::chrono::sys_seconds> second_;
  std::string keep_open_, close_;
};
// 1xx, 204 and 304 have none (RFC 9110 section 6.4.1).
bool may_have_body(int status);

}  // namespace wijktafel::http
