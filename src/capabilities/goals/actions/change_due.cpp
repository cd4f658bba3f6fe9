#include "capabilities/goals/actions/change_due.hpp"

#include "capabilities/goals/actions/change_state.hpp"
#include "capabilities/goals/model.hpp"

namespace wijktafel::goals {

Done change_due(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id, Date due,
                const std::string& reason) {
  const auto opened = open_own_commitment(tx, actor, id);
  if (!opened) return std::unexpected(opened.error());
  if (!can_be_late(opened->item.status)) return std::unexpected(NotInThisState{opened->item.status});
  const Date today = local_date(now);
  if (due < today) return std::unexpected(DueInThePast{today});
  if (due == opened->commitment.due) return std::unexpected(DueUnchanged{});
  auto entry = entry_about(*opened, "goals.commitment_due_changed");
  entry.facts["due_date"] = iso_date(due);
  entry.facts["earlier_date"] = iso_date(opened->commitment.due);
  entry.personal_text = reason;
  entry.is_milestone = true;
  items::Change change;
  change.next_date = std::optional(due);
  (void)items::change(tx, now, actor, id, change, entry);
  store::set_due(tx, now, id,
                 {.earlier = opened->commitment.due, .later = due, .reason = reason, .changed_at = now});
  return {};
}

Done record_late(db::Transaction& tx, Instant now, ItemId id) {
  const auto opened = open_commitment(tx, id);
  if (!opened) return std::unexpected(opened.error());
  if (days_late(opened->item.status, opened->commitment.due, local_date(now)) == 0)
    return std::unexpected(NotInThisState{opened->item.status});
  if (store::is_late_recorded(tx, id, opened->commitment.due)) return {};
  auto entry = entry_about(*opened, "goals.commitment_late");
  entry.is_milestone = true;
  items::record(tx, now, identity::system_actor(), id, entry);
  store::mark_late_recorded(tx, id, opened->commitment.due);
  return {};
}

}  // namespace wijktafel::goals
