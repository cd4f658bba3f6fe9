#include "capabilities/goals/actions/report_progress.hpp"

#include "capabilities/goals/actions/change_state.hpp"
#include "capabilities/goals/model.hpp"

namespace wijktafel::goals {

Done report_progress(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                     const ProgressReport& report) {
  const auto opened = open_own_commitment(tx, actor, id);
  if (!opened) return std::unexpected(opened.error());
  // Nobody judges their own promise, whatever a form says.
  if (!is_report(report.state)) return std::unexpected(NotInThisState{opened->item.status});
  const bool is_done = report.state == "reported_done";
  auto entry =
      entry_about(*opened, is_done ? "goals.commitment_reported_done" : "goals.commitment_" + report.state);
  entry.personal_text = report.text;
  entry.is_milestone = is_done;
  const auto done =
      opened->item.status == report.state && !is_done
          ? (items::record(tx, now, actor, id, entry), Done{})  // still on track: news, no new state
          : move_to(tx, now, actor, *opened, report.state, entry);
  if (!done) return done;
  store::insert_report(tx, id,
                       {.is_judgement = false,
                        .state = report.state,
                        .text = report.text,
                        .proof = report.proof,
                        .by = opened->commitment.promiser,
                        .reported_at = now});
  if (is_done) store::set_reported(tx, id, now);
  return {};
}

}  // namespace wijktafel::goals
