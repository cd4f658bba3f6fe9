#include "capabilities/goals/actions/measure_goal.hpp"

#include <fmt/format.h>

#include "capabilities/goals/model.hpp"

namespace wijktafel::goals {

Result<void, GoalRefusal> measure_goal(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                       ItemId goal, const store::Measurement& measurement) {
  const auto item = items::find_locked(tx, goal);
  const auto before = store::find_goal(tx, goal);
  if (!before || !item) return std::unexpected(NoSuchGoal{});
  const Date today = local_date(now);
  if (measurement.on > today) return std::unexpected(MeasuredInTheFuture{today});
  store::insert_measurement(tx, now, goal, measurement);
  const auto after = store::find_goal(tx, goal);
  const bool is_reached_now = is_reached(after->baseline, after->target, after->latest) &&
                              !is_reached(before->baseline, before->target, before->latest);
  items::record(
      tx, now, actor, goal,
      {.what = is_reached_now ? "goals.goal_reached" : "goals.goal_measured",
       .facts = {{"value", fmt::format("{:g}", measurement.value)}, {"indicator", before->indicator}},
       .personal_text = measurement.note,
       .is_milestone = is_reached_now});
  return {};
}

Result<void, GoalRefusal> close_goal(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                     ItemId goal, const std::string& text) {
  const auto item = items::find_locked(tx, goal);
  const auto found = store::find_goal(tx, goal);
  if (!found || !item) return std::unexpected(NoSuchGoal{});
  if (!item->is_open) return std::unexpected(GoalIsClosed{});
  const std::string state =
      is_reached(found->baseline, found->target, found->latest) ? "reached" : "not_reached";
  items::Change change;
  change.status = state;
  change.is_open = false;
  (void)items::change(tx, now, actor, goal, change,
                      {.what = "goals.goal_closed_" + state,
                       .facts = {{"title", item->title}},
                       .personal_text = text,
                       .is_milestone = true});
  return {};
}

}  // namespace wijktafel::goals
