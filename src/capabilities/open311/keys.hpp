// What a key is: shown once, kept as a hash, and good for so many requests an hour.
#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"
#include "capabilities/open311/faults.hpp"
#include "capabilities/open311/key_store.hpp"

namespace wijktafel::open311 {

inline constexpr int per_hour_otherwise = 600;
inline constexpr int per_hour_most = 100'000;

std::string hash_of_key(std::string_view key);
std::int64_t hour_of(Instant now);
// The key that is meant, or what to say: none given, unknown or ended (403), too often (429).
Result<Key, Fault> check_key(db::Transaction& tx, Instant now, std::string_view key);

}  // namespace wijktafel::open311
