// Signatures by Ed25519 (libsodium). Keys and signatures are written as hex digits. Thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wijktafel {

class SigningKey {
 public:
  // 64 hex digits, white space around them is left out; nothing for anything else.
  static std::optional<SigningKey> from_hex(std::string_view seed);
  static SigningKey make();

  std::string seed() const { return seed_; }      // the secret
  std::string public_key() const;                 // 64 hex digits
  std::string sign(std::string_view text) const;  // 128 hex digits

 private:
  explicit SigningKey(std::string seed) : seed_(std::move(seed)) {}
  std::string seed_;
};

bool is_signed_by(std::string_view public_key, std::string_view text, std::string_view signature);

}  // namespace wijktafel
