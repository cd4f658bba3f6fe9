// What can be said of a request's head by its shape alone: for one that is not whole yet, so that nobody
// waits for an end that will never come, and for one that the parser refused, to say why. Not on the way of a
// good request.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace wijktafel::http {

// The status that refuses these bytes, or nothing when they may be the beginning of a good head. 400: a line
// that ends in a line feed alone, a first line that is no request (HTTP/0.9, TLS). 505: another version of
// HTTP.
std::optional<int> fault_of_shape(std::string_view bytes);

// For a head that is larger than the limit: 414 when its first line alone is, else 431.
int fault_of_size(std::string_view bytes, std::size_t limit);

}  // namespace wijktafel::http
