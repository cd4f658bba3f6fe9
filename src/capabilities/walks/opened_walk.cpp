#include "capabilities/walks/opened_walk.hpp"

#include <algorithm>

#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {

Result<OpenedWalk, WalkRefusal> open_walk(db::Transaction& tx, ItemId id) {
  auto item = items::find_locked(tx, id);
  auto walk = store::find_walk(tx, id);
  if (!item || !walk) return std::unexpected(NoSuchWalk{});
  return OpenedWalk{std::move(*item), std::move(*walk)};
}

bool walks_along(db::Transaction& tx, const identity::Actor& actor, ItemId walk) {
  if (actor.is_system) return true;
  const auto participants = store::participants_of(tx, walk);
  return std::ranges::any_of(participants, [&](const Participant& one) {
    if (one.person) return one.person == actor.person;
    return one.organisation && actor.is_member_of(*one.organisation);
  });
}

}  // namespace wijktafel::walks
