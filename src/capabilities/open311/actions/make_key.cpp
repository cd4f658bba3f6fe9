#include "capabilities/open311/actions/make_key.hpp"

#include "base/digest.hpp"
#include "capabilities/open311/keys.hpp"

namespace wijktafel::open311 {

MadeKey make_key(db::Transaction& tx, Instant now, const MakeKey& form) {
  const auto secret = random_token(24);
  const auto id = store::insert_key(
      tx, {.client = form.client, .per_hour = form.per_hour, .may_update = form.may_update, .made_at = now},
      hash_of_key(secret));
  return {id, secret};
}

void end_key(db::Transaction& tx, Instant now, KeyId id) { store::end_key(tx, id, now); }

}  // namespace wijktafel::open311
