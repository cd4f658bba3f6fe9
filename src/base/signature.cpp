#include "base/signature.hpp"

#include <array>
#include <sodium.h>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel {
namespace {

template <std::size_t size>
using Octets = std::array<unsigned char, size>;

template <std::size_t size>
std::optional<Octets<size>> octets(std::string_view digits) {
  Octets<size> found{};
  std::size_t read = 0;
  const char* end = nullptr;
  if (sodium_hex2bin(found.data(), size, digits.data(), digits.size(), nullptr, &read, &end) != 0 ||
      read != size || end != digits.data() + digits.size())
    return std::nullopt;
  return found;
}

std::string digits(const unsigned char* bytes, std::size_t count) { return hex(Bytes(bytes, bytes + count)); }

struct Pair {
  Octets<crypto_sign_PUBLICKEYBYTES> open{};
  Octets<crypto_sign_SECRETKEYBYTES> secret{};
};

Pair pair_of(std::string_view seed) {
  const auto bytes = octets<crypto_sign_SEEDBYTES>(seed);
  WIJKTAFEL_ASSERT(bytes.has_value(), "a signing key holds a seed");
  Pair pair;
  crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), bytes->data());
  return pair;
}

}  // namespace

std::optional<SigningKey> SigningKey::from_hex(std::string_view seed) {
  const auto text = trimmed(seed);
  if (!octets<crypto_sign_SEEDBYTES>(text)) return std::nullopt;
  return SigningKey(lower_ascii(text));
}

SigningKey SigningKey::make() {
  const auto bytes = random_bytes(crypto_sign_SEEDBYTES);
  return SigningKey(hex(Bytes(bytes.begin(), bytes.end())));
}

std::string SigningKey::public_key() const {
  const auto pair = pair_of(seed_);
  return digits(pair.open.data(), pair.open.size());
}

std::string SigningKey::sign(std::string_view text) const {
  const auto pair = pair_of(seed_);
  Octets<crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), pair.secret.data());
  return digits(signature.data(), signature.size());
}

bool is_signed_by(std::string_view public_key, std::string_view text, std::string_view signature) {
  const auto key = octets<crypto_sign_PUBLICKEYBYTES>(public_key);
  const auto mark = octets<crypto_sign_BYTES>(signature);
  return key && mark &&
         crypto_sign_verify_detached(mark->data(), reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size(), key->data()) == 0;
}

}  // namespace wijktafel
