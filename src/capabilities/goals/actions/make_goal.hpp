// A shared goal: why, how it is measured, from where to where, before when. It comes from a decision or a
// signal.
#pragma once

#include <variant>

#include "capabilities/goals/store.hpp"

namespace wijktafel::goals {

struct MakeGoal {
  web::AreaRef area;
  std::string title;
  std::string why;
  items::Domains domains = 0;
  std::vector<std::string> themes = {};
  std::string indicator;
  double baseline = 0;
  double target = 0;
  Date target_date;
  std::vector<ItemId> from = {};  // decision, signal, agenda item
};

struct TargetIsBaseline {};
struct TargetDateInThePast {
  Date today;
};
using MakeGoalRefusal = std::variant<TargetIsBaseline, TargetDateInThePast>;

// Tells "goals.goal_made" {item: the goal} and, for every item it came from, "goals.goal_made_from" {item}.
Result<ItemId, MakeGoalRefusal> make_goal(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                          const MakeGoal& form);

}  // namespace wijktafel::goals
