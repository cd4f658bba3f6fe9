// One line per request: method, path, status, bytes, milliseconds and the reference number that a failure
// page shows. Never an address of a person, a query or a cookie; and of a path only what is not secret.
//
//   request method=GET path="/voorbeeldstad/bomenbuurt/signalen/12" status=200 bytes=4212 ms=1.3
//   reference=7F3K92QX
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace wijktafel::observe {

// The path as it may be written down: percent-encoded, at most 200 characters, and with "{token}", "{code}",
// "{secret}" or "{key}" standing where the pattern of the route has that name. `pattern` is empty when no
// route was found: then only the first two segments are shown, for what comes after may be a secret link that
// somebody typed or a program cut.
std::string shown_path(std::string_view path, std::string_view pattern);

std::string access_line(const http::Request& request, std::string_view pattern,
                        const http::Response& response, std::chrono::microseconds took);
void log_access(const http::Request& request, std::string_view pattern, const http::Response& response,
                std::chrono::microseconds took);
// The same for an answer that was ready; `shown_path` was made before.
void log_access(const http::Request& request, std::string_view shown_path, int status, std::size_t bytes,
                std::chrono::microseconds took);
// What went wrong with a request, under the same reference number. `what` is ours and holds no personal data.
void log_failure(const http::Request& request, std::string_view pattern, std::string_view what);

}  // namespace wijktafel::observe
