#include "capabilities/accounts/tokens.hpp"

#include "base/digest.hpp"

namespace wijktafel::accounts {

std::string token_hash(std::string_view token) { return hex(sha256(token)); }

std::string code_hash(std::string_view browser_token, std::string_view code) {
  return hex(hmac_sha256(browser_token, code));
}

}  // namespace wijktafel::accounts
