// The receiver says what they find: kept, partly kept or not kept. Never the promiser.
#pragma once

#include "capabilities/goals/actions/refusals.hpp"

namespace wijktafel::goals {

struct Judgement {
  std::string state;  // kept, partly_kept, not_kept
  std::string text;
};

// `may_judge_for_table`: the actor holds goals.judge for the area; asked when no organisation is the
// receiver.
Done judge_commitment(db::Transaction& tx, Instant now, const identity::Actor& actor,
                      bool may_judge_for_table, ItemId id, const Judgement& judgement);
// Nobody judged in time: "niet bevestigd", never "nagekomen".
Done end_silence(db::Transaction& tx, Instant now, ItemId id);

}  // namespace wijktafel::goals
