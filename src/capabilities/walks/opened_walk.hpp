// A walk with what is kept of it, as actions ask for it before they change something: locked, so that two
// people who press at once are one after the other. And who walks along.
#pragma once

#include "capabilities/walks/refusals.hpp"

namespace wijktafel::walks {

struct OpenedWalk {
  items::Item item;
  Walk walk;
};
Result<OpenedWalk, WalkRefusal> open_walk(db::Transaction& tx, ItemId id);

// By name, or as somebody of an organisation that walks along.
bool walks_along(db::Transaction& tx, const identity::Actor& actor, ItemId walk);

}  // namespace wijktafel::walks
