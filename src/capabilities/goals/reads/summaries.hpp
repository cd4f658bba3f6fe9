// Commitments and goals as lists show them, from their numbers.
#pragma once

#include "capabilities/goals/goals.hpp"

namespace wijktafel::goals {

// In the order of `ids`; what not everybody may see is left out.
std::vector<CommitmentSummary> commitment_summaries(db::Transaction& tx, const std::vector<ItemId>& ids,
                                                    Date today);
// In the order of `listed`, which are goals.
std::vector<GoalSummary> goal_summaries(db::Transaction& tx, std::vector<items::Item> listed);

}  // namespace wijktafel::goals
