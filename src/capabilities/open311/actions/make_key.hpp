// A key for a client: its secret is given once and kept as a hash.
#pragma once

#include <string>

#include "capabilities/open311/key_store.hpp"

namespace wijktafel::open311 {

struct MakeKey {
  std::string client;
  int per_hour = 0;
  bool may_update = false;
};
struct MadeKey {
  KeyId id{};
  std::string secret;
};
MadeKey make_key(db::Transaction& tx, Instant now, const MakeKey& form);
// What came in with it stays; the client hears that it no longer holds.
void end_key(db::Transaction& tx, Instant now, KeyId id);

}  // namespace wijktafel::open311
