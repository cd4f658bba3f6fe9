// About how many supporters, or which price, would have been enough for each plan that was not bought: read
// off from who had paid what at each purchase. Only a place to begin searching (would_win.hpp); exact
// recounts decide.
#pragma once

#include <cstdint>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/ledger.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

struct EnoughGuess {
  std::int64_t supporters = 1;
  std::int64_t reduction = 1;  // of the price
};

// Per project; 1 and 1 for what was bought. One pass over the purchases, O(purchases x approvals).
std::vector<EnoughGuess> guesses_by_shares(const Election& election, Utility utility, const Support& support,
                                           const Ledger& ledger, double endowment);
std::vector<EnoughGuess> guesses_by_phragmen(const Election& election, const Support& support,
                                             const Ledger& ledger);

}  // namespace wijktafel::budgeting
