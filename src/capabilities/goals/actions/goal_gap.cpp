#include "capabilities/goals/actions/goal_gap.hpp"

#include "capabilities/goals/store.hpp"

namespace wijktafel::goals {

void reopen_goal_gap(db::Transaction& tx, Instant now, const std::optional<ItemId>& goal) {
  if (!goal || store::count_carrying(tx, *goal) > 0) return;
  const auto item = items::find(tx, *goal);
  if (item && item->is_open) items::open_gap(tx, now, *goal, goal_gap);
}

}  // namespace wijktafel::goals
