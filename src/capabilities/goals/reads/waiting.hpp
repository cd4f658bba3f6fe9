// What waits for one person: promises of their organisations, and what they have to judge.
#pragma once

#include "capabilities/goals/goals.hpp"

namespace wijktafel::goals {

struct Waiting {
  enum class For { answer, consent, report, late, judgement };
  For what{};
  CommitmentSummary commitment;
};

// A promise is asked for from so many days before its date.
inline constexpr int days_ahead = 14;

// Late first, then by due date; at most `limit`.
std::vector<Waiting> waiting_for(const web::Call& call, db::Transaction& tx, int limit = 20);

}  // namespace wijktafel::goals
