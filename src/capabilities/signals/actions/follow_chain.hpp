// What happens to a signal elsewhere in the house: it comes on the table, it becomes part of a goal.
#pragma once

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// Heard from tables and goals. An item that is no signal, or a signal that can no longer go there, is left as
// it is: the link between the two tells the story then. Gives whether something changed.
bool put_on_table(db::Transaction& tx, Instant now, ItemId id);
bool join_goal(db::Transaction& tx, Instant now, ItemId id);

}  // namespace wijktafel::signals
