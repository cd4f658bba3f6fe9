// The rules of a table, without a database.
#pragma once

#include "base/time.hpp"

#include <string_view>

namespace wijktafel::tables {

// A meeting: planned, under_way, held, cancelled.
bool meeting_may_become(std::string_view from, std::string_view to);

// What a decision is: an agreement of those who accept it, advice with a date for the answer, or a decision of the
// municipality under a regulation, which alone carries an objection clause (bezwaar, Awb).
inline constexpr std::string_view decision_kinds[] = {"agreement", "advice", "municipal"};
inline constexpr std::string_view decision_ways[] = {"consensus", "vote"};

struct Votes {
  int in_favour = 0;
  int against = 0;
  int abstain = 0;
  int recused = 0;  // directly involved: counted for nothing, named on the decision
};
// More for than against; a tie carries nothing.
bool is_carried(const Votes& votes);
// Those who voted or abstained are present for the quorum; who is recused is not.
bool meets_quorum(const Votes& votes, int quorum);

}  // namespace wijktafel::tables
