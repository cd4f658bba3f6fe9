#include "capabilities/goals/actions/judge_commitment.hpp"

#include "capabilities/goals/actions/change_state.hpp"
#include "capabilities/goals/model.hpp"

namespace wijktafel::goals {

Done judge_commitment(db::Transaction& tx, Instant now, const identity::Actor& actor,
                      bool may_judge_for_table, ItemId id, const Judgement& judgement) {
  const auto opened = open_commitment(tx, id);
  if (!opened) return std::unexpected(opened.error());
  if (actor.is_member_of(opened->commitment.promiser)) return std::unexpected(PromiserMayNotJudge{});
  const auto& receiver = opened->commitment.receiver;
  if (receiver ? !actor.is_member_of(*receiver) : !may_judge_for_table)
    return std::unexpected(NotTheReceiver{});
  if (!is_judgement(judgement.state)) return std::unexpected(NotInThisState{opened->item.status});
  auto entry = entry_about(*opened, "goals.commitment_" + judgement.state);
  entry.personal_text = judgement.text;
  entry.is_milestone = true;
  const auto done = move_to(tx, now, actor, *opened, judgement.state, entry);
  if (!done) return done;
  store::insert_report(tx, id,
                       {.is_judgement = true,
                        .state = judgement.state,
                        .text = judgement.text,
                        .proof = {},
                        .by = receiver,
                        .reported_at = now});
  return {};
}

Done end_silence(db::Transaction& tx, Instant now, ItemId id) {
  const auto opened = open_commitment(tx, id);
  if (!opened) return std::unexpected(opened.error());
  auto entry = entry_about(*opened, "goals.commitment_not_confirmed");
  entry.is_milestone = true;
  return move_to(tx, now, identity::system_actor(), *opened, "not_confirmed", entry);
}

}  // namespace wijktafel::goals
