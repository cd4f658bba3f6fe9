// About how many supporters, or which price, would have been enough for each plan that was not bought: read
// off from who had paid what at each purchase. Only a place to begin searching (would_win.hpp); exact
// recounts decide.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/ledger.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

struct EnoughGuess {
  std::int64_t supporters = 1;
  std::int64_t reduction = 1;  // of the price
};

// What Equal Shares buys, without what completions buy from the money left, and the endowment it did so with.
struct SharesOrder {
  std::vector<ProjectIndex> order;
  double endowment = 0;
};
// The same election with so many more voters who name no plan: what a plan's new supporters are to all others
// until it is bought.
using SharesWithMore = std::function<SharesOrder(std::int64_t voters)>;

// Per project; 1 and 1 for what was bought. One pass over the purchases, O(purchases x approvals), and some
// more: at `looks` numbers of voters `with_more`, which may be empty.
std::vector<EnoughGuess> guesses_by_shares(const Election& election, Utility utility, const Support& support,
                                           const Ledger& ledger, double endowment,
                                           const SharesWithMore& with_more, std::size_t looks);
std::vector<EnoughGuess> guesses_by_phragmen(const Election& election, const Support& support,
                                             const Ledger& ledger);

}  // namespace wijktafel::budgeting
