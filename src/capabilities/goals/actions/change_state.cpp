#include "capabilities/goals/actions/change_state.hpp"

#include "capabilities/goals/model.hpp"

namespace wijktafel::goals {

Result<Opened, CommitmentRefusal> open_commitment(db::Transaction& tx, ItemId id) {
  auto item = items::find_locked(tx, id);
  auto commitment = store::find_commitment(tx, id);
  if (!commitment || !item) return std::unexpected(NoSuchCommitment{});
  return Opened{std::move(*item), std::move(*commitment)};
}

Result<Opened, CommitmentRefusal> open_own_commitment(db::Transaction& tx, const identity::Actor& actor,
                                                      ItemId id) {
  auto opened = open_commitment(tx, id);
  if (opened && !actor.is_member_of(opened->commitment.promiser))
    return std::unexpected(NotOfThisOrganisation{opened->commitment.promiser});
  return opened;
}

items::Entry entry_about(const Opened& opened, std::string_view what) {
  return {.what = std::string(what),
          .facts = {{"promiser_organisation", raw(opened.commitment.promiser)},
                    {"title", opened.item.title},
                    {"due_date", iso_date(opened.commitment.due)}}};
}

Done move_to(db::Transaction& tx, Instant now, const identity::Actor& actor, const Opened& opened,
             std::string_view state, const items::Entry& entry) {
  if (!may_become(opened.item.status, state)) return std::unexpected(NotInThisState{opened.item.status});
  items::Change change;
  change.status = std::string(state);
  change.is_open = is_open_state(state);
  // Without an expected version: open_commitment locked the item, so that the table of states decided by what
  // is true now.
  (void)items::change(tx, now, actor, opened.item.id, change, entry);
  store::set_can_be_late(tx, opened.item.id, can_be_late(state));
  return {};
}

}  // namespace wijktafel::goals
