// What is kept of the secret of a mailed link: its hash. For 128 random bits a plain SHA-256 is enough.
#pragma once

#include <string>
#include <string_view>

#include "base/digest.hpp"

namespace wijktafel::comments {

inline std::string hash_of_token(std::string_view token) { return hex(sha256(token)); }

}  // namespace wijktafel::comments
