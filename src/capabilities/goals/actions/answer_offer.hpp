// Somebody of the promising organisation says yes, yes under a condition, or no.
#pragma once

#include "capabilities/goals/actions/refusals.hpp"

namespace wijktafel::goals {

struct Consent {
  std::string of;  // whose: "de directie"
  std::optional<Date> before;
};

// With `consent` it is subject to internal consent until give_consent. The person becomes the contact.
Done accept_commitment(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                       const std::optional<Consent>& consent);
Done give_consent(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id);
Done decline_commitment(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                        const std::string& reason);
// The contact person left: a successor of the same organisation accepts by name.
Done take_over_contact(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id);

}  // namespace wijktafel::goals
