#include "capabilities/goals/actions/end_commitment.hpp"

#include "capabilities/goals/actions/change_state.hpp"
#include "capabilities/goals/actions/goal_gap.hpp"
#include "capabilities/goals/model.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::goals {
namespace {

Done end(db::Transaction& tx, Instant now, const identity::Actor& actor, const Opened& opened,
         std::string_view state, const std::string& reason) {
  auto entry = entry_about(opened, "goals.commitment_" + std::string(state));
  entry.personal_text = reason;
  entry.is_milestone = true;
  const auto done = move_to(tx, now, actor, opened, state, entry);
  // What is replaced goes on under another number.
  if (done && state != "replaced") reopen_goal_gap(tx, now, opened.commitment.goal);
  return done;
}

}  // namespace

Done give_back(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
               const std::string& reason) {
  const auto opened = open_own_commitment(tx, actor, id);
  if (!opened) return std::unexpected(opened.error());
  const auto promiser = organisations::find_organisation(tx, opened->commitment.promiser);
  if (!promiser || promiser->kind != "residents_group") return std::unexpected(OnlyResidentsGiveBack{});
  return end(tx, now, actor, *opened, "given_back", reason);
}

Done lapse(db::Transaction& tx, Instant now, const identity::Actor& actor, bool may_judge_for_table,
           ItemId id, const std::string& reason) {
  const auto opened = open_commitment(tx, id);
  if (!opened) return std::unexpected(opened.error());
  if (actor.is_member_of(opened->commitment.promiser)) return std::unexpected(PromiserMayNotJudge{});
  const auto& receiver = opened->commitment.receiver;
  if (receiver ? !actor.is_member_of(*receiver) : !may_judge_for_table)
    return std::unexpected(NotTheReceiver{});
  return end(tx, now, actor, *opened, "lapsed", reason);
}

Done replace_commitment(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                        ItemId by) {
  const auto opened = open_own_commitment(tx, actor, id);
  if (!opened) return std::unexpected(opened.error());
  const auto other = open_own_commitment(tx, actor, by);
  if (!other) return std::unexpected(other.error());
  if (by == id) return std::unexpected(NoSuchCommitment{});
  if (!is_open_state(other->item.status)) return std::unexpected(NotInThisState{other->item.status});
  const auto done = end(tx, now, actor, *opened, "replaced", other->item.title);
  if (done) items::link(tx, now, id, by, items::LinkKind::led_to);
  return done;
}

}  // namespace wijktafel::goals
