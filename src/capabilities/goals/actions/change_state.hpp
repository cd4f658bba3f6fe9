// What every action on a commitment shares: it is opened, and it goes from one state to another by the table
// of model.hpp.
#pragma once

#include "capabilities/goals/actions/refusals.hpp"
#include "capabilities/goals/store.hpp"

namespace wijktafel::goals {

struct Opened {
  items::Item item;
  store::Commitment commitment;
};
// Locked until the end of the transaction: of two who answer at once, the second sees what the first did.
Result<Opened, CommitmentRefusal> open_commitment(db::Transaction& tx, ItemId id);
// The same, for somebody of the promising organisation only.
Result<Opened, CommitmentRefusal> open_own_commitment(db::Transaction& tx, const identity::Actor& actor,
                                                      ItemId id);

// Also closes the item when the state is an end, and keeps the facts "promiser_organisation", "title" and
// "due_date".
Done move_to(db::Transaction& tx, Instant now, const identity::Actor& actor, const Opened& opened,
             std::string_view state, const items::Entry& entry);
items::Entry entry_about(const Opened& opened, std::string_view what);

}  // namespace wijktafel::goals
