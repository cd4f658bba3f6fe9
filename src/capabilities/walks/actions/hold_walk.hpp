// The walk begins on its day and ends; when it ends, the list of what was agreed is mailed to who walked
// along and to the organisations that have something to do.
#pragma once

#include "capabilities/walks/refusals.hpp"

namespace wijktafel::walks {

Done begin_walk(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id);
Done end_walk(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id);
// Once more, when something was added or agreed since. Only of a walk that is done.
Done mail_list(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id);

}  // namespace wijktafel::walks
