// Hashes, keyed hashes and randomness (libsodium). Call nothing before main; thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel {

using Bytes = std::vector<std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view data);
Digest hmac_sha256(std::string_view key, std::string_view data);
bool equal_in_constant_time(std::string_view left, std::string_view right);

std::string hex(const Digest& digest);
std::string hex(const Bytes& bytes);

std::string random_bytes(std::size_t count);
// A secret for a link: `count` random bytes as unpadded base64url (16 bytes give 22 characters).
std::string random_token(std::size_t count = 16);
// A code that can be read aloud: digits only.
std::string random_digits(std::size_t count);

}  // namespace wijktafel
