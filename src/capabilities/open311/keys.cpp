#include "capabilities/open311/keys.hpp"

#include "base/digest.hpp"

namespace wijktafel::open311 {

std::string hash_of_key(std::string_view key) { return hex(sha256("open311 " + std::string(key))); }

std::int64_t hour_of(Instant now) { return to_millis(now) / 3'600'000; }

Result<Key, Fault> check_key(db::Transaction& tx, Instant now, std::string_view key) {
  if (key.empty()) return std::unexpected(Fault{403, "open311.fault.key_missing"});
  const auto found = store::find_key_by_hash(tx, hash_of_key(key));
  if (!found) return std::unexpected(Fault{403, "open311.fault.key_unknown"});
  if (store::used_in_hour(tx, found->id, hour_of(now)) >= found->per_hour)
    return std::unexpected(Fault{429, "open311.fault.too_often", {{"most", std::int64_t{found->per_hour}}}});
  return *found;
}

}  // namespace wijktafel::open311
