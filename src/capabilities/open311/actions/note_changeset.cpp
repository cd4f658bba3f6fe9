#include "capabilities/open311/actions/note_changeset.hpp"

#include "capabilities/open311/store.hpp"

namespace wijktafel::open311 {

Instant note_changeset(db::Transaction& tx, Instant now, const std::string& digest) {
  const auto known = store::find_changeset(tx);
  if (known && known->digest == digest) return known->changed_at;
  store::set_changeset(tx, {digest, now});
  return now;
}

}  // namespace wijktafel::open311
