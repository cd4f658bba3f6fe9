// When neighbours come first, and who of them may speak.
#pragma once

#include "capabilities/signals/pickup_store.hpp"

namespace wijktafel::signals {

// Whether danger or an owner's duty of care goes before neighbours here.
bool is_for_the_owner(db::Transaction& tx, std::string_view theme);
// May this person speak for whoever picked it up?
bool picked_it_up(const Actor& actor, const store::Pickup& pickup);

}  // namespace wijktafel::signals
