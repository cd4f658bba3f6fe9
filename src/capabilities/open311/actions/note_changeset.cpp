#include "capabilities/open311/actions/note_changeset.hpp"

#include "capabilities/open311/store.hpp"

namespace wijktafel::open311 {

std::optional<Instant> known_changeset(db::Transaction& tx, const std::string& digest) {
  const auto known = store::find_changeset(tx);
  if (!known || known->digest != digest) return std::nullopt;
  return known->changed_at;
}

Instant note_changeset(db::Transaction& tx, Instant now, const std::string& digest) {
  if (const auto known = known_changeset(tx, digest)) return *known;
  store::set_changeset(tx, {digest, now});
  return now;
}

}  // namespace wijktafel::open311
