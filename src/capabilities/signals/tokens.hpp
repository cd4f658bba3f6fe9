// Secrets of a report. Only their hashes are stored: they are random and long, so a plain SHA-256 is enough.
#pragma once

#include <string>
#include <string_view>

#include "base/digest.hpp"

namespace wijktafel::signals {

inline std::string hash_of_token(std::string_view token) { return hex(sha256(token)); }

// The secret of the follow link is made from the secret of the draft, which only the browser holds: two
// presses of "Verstuur" show one and the same link, and nobody else can make it. 128 bits.
inline std::string follow_token_of_draft(std::string_view draft_token) {
  return hex(hmac_sha256(draft_token, "signals.follow")).substr(0, 32);
}

}  // namespace wijktafel::signals
