#include "capabilities/goals/actions/make_goal.hpp"

#include "capabilities/goals/actions/goal_gap.hpp"
#include "platform/jobs/jobs.hpp"

namespace wijktafel::goals {

Result<ItemId, MakeGoalRefusal> make_goal(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                          const MakeGoal& form) {
  const Date today = local_date(now);
  if (form.target == form.baseline) return std::unexpected(TargetIsBaseline{});
  if (form.target_date < today) return std::unexpected(TargetDateInThePast{today});
  const ItemId id =
      items::create(tx, now, actor,
                    {.kind = "goal",
                     .area = form.area.key,
                     .lineage = form.area.lineage,
                     .title = form.title,
                     .text = form.why,
                     .domains = form.domains,
                     .themes = form.themes,
                     .status = "open",
                     .next_date = form.target_date},
                    {.what = "goals.goal_made",
                     .facts = {{"title", form.title}, {"target_date", iso_date(form.target_date)}},
                     .is_milestone = true});
  store::insert_goal(tx, {.item = id,
                          .why = form.why,
                          .indicator = form.indicator,
                          .baseline = form.baseline,
                          .target = form.target,
                          .latest = form.baseline,
                          .target_date = form.target_date});
  // A goal nobody has promised anything for is a broken chain until somebody does.
  items::open_gap(tx, now, id, goal_gap);
  jobs::enqueue(tx, "goals.goal_made", {{"item", raw(id)}}, now);
  for (const auto source : form.from) {
    items::link(tx, now, source, id, items::LinkKind::led_to);
    // A decision that led to a goal has its follow-up; the goal itself now waits for somebody who promises.
    for (const auto& gap : items::gaps_of(tx, source))
      if (gap.gap.ends_with("decision_without_follow_up")) items::close_gap(tx, now, source, gap.gap);
    for (const auto before : items::with_ancestors(tx, source))
      jobs::enqueue(tx, "goals.goal_made_from", {{"item", raw(before)}}, now);
  }
  return id;
}

}  // namespace wijktafel::goals
