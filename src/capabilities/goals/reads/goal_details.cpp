#include "capabilities/goals/reads/goal_details.hpp"

#include "capabilities/goals/model.hpp"
#include "capabilities/goals/reads/lists.hpp"

namespace wijktafel::goals {

std::optional<GoalDetails> find_goal_details(const web::Call& call, db::Transaction& tx, ItemId id) {
  auto item = items::find_visible(call, tx, id);
  auto goal = store::find_goal(tx, id);
  if (!item || !goal) return std::nullopt;
  GoalDetails details{.item = std::move(*item),
                      .goal = std::move(*goal),
                      .measurements = {},
                      .gains = {},
                      .commitments = {},
                      .names = {},
                      .chain = {}};
  details.is_reached = is_reached(details.goal.baseline, details.goal.target, details.goal.latest);
  for (const auto& gap : items::gaps_of(tx, id))
    details.lacks_commitment |= gap.gap.ends_with("goal_without_commitment");
  details.measurements = store::measurements_of(tx, id);
  details.names = organisation_names(tx);
  for (auto& gain : store::gains_of(tx, id))
    details.gains.push_back({.organisation = details.names[gain.organisation], .text = std::move(gain.text)});
  details.commitments = commitments_of(tx, id, call.today);
  details.chain = items::chain(call, tx, id);
  return details;
}

}  // namespace wijktafel::goals
