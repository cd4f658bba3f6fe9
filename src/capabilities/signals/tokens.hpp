// Secrets of a report. Only their hashes are stored: they are random and long, so a plain SHA-256 is enough.
#pragma once

#include <string>
#include <string_view>

#include "base/digest.hpp"

namespace wijktafel::signals {

// The secret of a draft begins with a number of its browser, so that the drafts of one browser can be counted
// together; without a number that can be used, a new one. `before`: the secret of the draft it had.
inline std::string next_draft_token(std::string_view before) {
  constexpr std::size_t device_bytes = 12;
  constexpr std::size_t device_length = 16;  // as text
  const std::string fresh = random_token();
  const bool is_ours = before.size() == device_length + fresh.size();
  return (is_ours ? std::string(before.substr(0, device_length)) : random_token(device_bytes)) + fresh;
}
inline std::string_view device_of_token(std::string_view draft_token) { return draft_token.substr(0, 16); }

inline std::string hash_of_token(std::string_view token) { return hex(sha256(token)); }

// The secret of the follow link is made from the secret of the draft, which only the browser holds: two
// presses of "Verstuur" show one and the same link, and nobody else can make it. 128 bits.
inline std::string follow_token_of_draft(std::string_view draft_token) {
  return hex(hmac_sha256(draft_token, "signals.follow")).substr(0, 32);
}

}  // namespace wijktafel::signals
