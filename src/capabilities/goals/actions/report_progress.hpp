// The promiser says how it stands, or that it is done, with proof.
#pragma once

#include "capabilities/goals/actions/refusals.hpp"

namespace wijktafel::goals {

struct ProgressReport {
  std::string state;  // on_track, at_risk, reported_done
  std::string text;
  std::string proof;  // what one can see or where; may be empty
};

Done report_progress(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                     const ProgressReport& report);

}  // namespace wijktafel::goals
