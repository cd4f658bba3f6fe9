// A measurement of the goal's indicator, and the end of a goal.
#pragma once

#include <variant>

#include "capabilities/goals/store.hpp"

namespace wijktafel::goals {

struct NoSuchGoal {};
struct MeasuredInTheFuture {
  Date today;
};
struct GoalIsClosed {};
using GoalRefusal = std::variant<NoSuchGoal, MeasuredInTheFuture, GoalIsClosed>;

Result<void, GoalRefusal> measure_goal(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                       ItemId goal, const store::Measurement& measurement);
// Closed with what the table found of it; "reached" follows from the last measurement.
Result<void, GoalRefusal> close_goal(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                     ItemId goal, const std::string& text);

}  // namespace wijktafel::goals
