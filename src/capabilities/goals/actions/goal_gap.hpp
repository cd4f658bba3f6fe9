// A goal that nobody has promised anything for is a broken chain: shown until somebody promises, and shown
// again when the last promise is gone.
#pragma once

#include "capabilities/goals/goals.hpp"

namespace wijktafel::goals {

inline constexpr std::string_view goal_gap = "goals.gap.goal_without_commitment";

// After a promise was declined, given back or lapsed. Nothing happens without a goal.
void reopen_goal_gap(db::Transaction& tx, Instant now, const std::optional<ItemId>& goal);

}  // namespace wijktafel::goals
