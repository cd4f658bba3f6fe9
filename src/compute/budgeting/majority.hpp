// The comparison step: Equal Shares serves minorities too, and this asks whether that leaves most voters
// worse off than the plans with most votes would. Source: the tool of equalshares.net (its choice
// "satisfaction"). There a voter who gets nothing from the one outcome was not counted in the version of our
// reference; here nothing counts as 0, so such a voter is better off with any plan.
// docs/methods/equal-shares.md.
#pragma once

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/outcome.hpp"
#include "compute/budgeting/ties.hpp"

namespace wijktafel::budgeting {

// A voter is better off with the outcome that buys more plans of their ballot.
Majority compare(const Election& election, const Outcome& shares, const Outcome& greedy);

// `shares`, or when strictly more voters are better off with greedy by votes, that. Outcome::majority says
// how many. O(choices + the greedy rule).
Outcome ask_majority(const Election& election, Outcome shares, const TieOrder& ties,
                     const Limits& limits = {});

}  // namespace wijktafel::budgeting
