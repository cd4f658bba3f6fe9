#include "capabilities/goals/actions/answer_offer.hpp"

#include "capabilities/goals/actions/change_state.hpp"
#include "capabilities/goals/actions/goal_gap.hpp"

namespace wijktafel::goals {
namespace {

// The promise that nobody wrote down is written down now: the gap closes where the words were spoken.
void close_gaps(db::Transaction& tx, Instant now, const Opened& opened) {
  if (opened.commitment.goal) items::close_gap(tx, now, *opened.commitment.goal, goal_gap);
  for (const auto& source : items::came_from(tx, opened.item.id))
    for (const auto& gap : items::gaps_of(tx, source.item.id))
      if (gap.gap.ends_with("promise_without_commitment") || gap.gap.ends_with("decision_without_follow_up"))
        items::close_gap(tx, now, source.item.id, gap.gap);
}

void become_contact(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id) {
  if (!actor.person) return;
  items::Change change;
  change.contact = actor.person;
  (void)items::change(tx, now, actor, id, change, {.what = "goals.contact_taken"});
}

}  // namespace

Done accept_commitment(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                       const std::optional<Consent>& consent) {
  const auto opened = open_own_commitment(tx, actor, id);
  if (!opened) return std::unexpected(opened.error());
  auto entry =
      entry_about(*opened, consent ? "goals.commitment_subject_to_consent" : "goals.commitment_agreed");
  entry.is_milestone = true;
  if (consent) {
    entry.facts["consent_of"] = consent->of;
    store::set_consent(tx, id, consent->of, consent->before);
  }
  const auto done = move_to(tx, now, actor, *opened, consent ? "subject_to_consent" : "agreed", entry);
  if (!done) return done;
  close_gaps(tx, now, *opened);
  become_contact(tx, now, actor, id);
  return {};
}

Done give_consent(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id) {
  const auto opened = open_own_commitment(tx, actor, id);
  if (!opened) return std::unexpected(opened.error());
  if (opened->item.status != "subject_to_consent")
    return std::unexpected(NotInThisState{opened->item.status});
  auto entry = entry_about(*opened, "goals.commitment_agreed");
  entry.is_milestone = true;
  return move_to(tx, now, actor, *opened, "agreed", entry);
}

Done decline_commitment(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                        const std::string& reason) {
  const auto opened = open_own_commitment(tx, actor, id);
  if (!opened) return std::unexpected(opened.error());
  auto entry = entry_about(*opened, "goals.commitment_declined");
  entry.personal_text = reason;
  entry.is_milestone = true;
  const auto done = move_to(tx, now, actor, *opened, "declined", entry);
  if (done) reopen_goal_gap(tx, now, opened->commitment.goal);
  return done;
}

Done take_over_contact(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id) {
  const auto opened = open_own_commitment(tx, actor, id);
  if (!opened) return std::unexpected(opened.error());
  become_contact(tx, now, actor, id);
  return {};
}

}  // namespace wijktafel::goals
