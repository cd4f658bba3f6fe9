// The target of a request line, taken apart and made safe: no file path can come out of it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/http/message.hpp"

namespace wijktafel::http {

struct Target {
  std::string path;          // decoded, "/" or without a slash at the end
  std::string_view as_sent;  // path and query, without "http://host" in front
  std::string_view query;    // as sent, without the question mark
  bool ended_in_slash = false;
};

struct BadTarget {};

// Refuses what only a mistake or an attack sends: a bad percent code, bytes that are not UTF-8, control
// characters, empty or dot segments, and an encoded slash or a backslash inside a segment. Accepts the
// absolute form (RFC 9112, 3.2.2).
Result<Target, BadTarget> parse_target(std::string_view target);

}  // namespace wijktafel::http
