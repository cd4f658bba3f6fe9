// Ends that are neither kept nor broken: given back by residents, lapsed outside anybody's power, replaced by
// another.
#pragma once

#include "capabilities/goals/actions/refusals.hpp"

namespace wijktafel::goals {

// A residents' group may give a promise back; it does not count as late.
Done give_back(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
               const std::string& reason);
// `may_judge_for_table` as in judge_commitment: it is the receiver's side that lets go.
Done lapse(db::Transaction& tx, Instant now, const identity::Actor& actor, bool may_judge_for_table,
           ItemId id, const std::string& reason);
Done replace_commitment(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id, ItemId by);

}  // namespace wijktafel::goals
