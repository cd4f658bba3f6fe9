// What is done with the money that Equal Shares leaves. Sources: Peters, Pierczynski and Skowron (NeurIPS
// 2021) for add1; Faliszewski and others, "Participatory Budgeting: Data, Tools and Analysis" (IJCAI 2023)
// for what cities may do; the rules for stopping are those of pabutools, so that outcomes can be compared.
// docs/methods/equal-shares.md.
#pragma once

#include <vector>

#include "compute/budgeting/equal_shares.hpp"

namespace wijktafel::budgeting {

// Completions that raise the endowment come before those that buy greedily.
bool is_sound(const std::vector<Completion>& completions);

// Equal Shares and its completions, in their order:
// - add_one: every voter gets one unit of the currency more, and the whole is counted again, until the
// outcome
//   costs more than the budget (the one before it is kept) or no plan with support fits beside it.
// - increase: the same, with the budget that is divided raised by a part of the real one each time; until no
//   plan at all fits, or the budget was multiplied by the number of voters plus one.
// - greedy: buys for what is left.
// A second one that raises goes on from the endowment of the outcome that the first kept. Completions must be
// sound. `record` is of the run of Equal Shares that was kept.
Outcome equal_shares(const Election& election, Utility utility, const std::vector<Completion>& completions,
                     const TieOrder& ties, const Limits& limits = {}, EqualSharesRecord* record = nullptr);

// The same with `shares` laid out before, for `election` and these ties and limits.
Outcome equal_shares(const Election& election, EqualShares& shares,
                     const std::vector<Completion>& completions, const TieOrder& ties,
                     const Limits& limits = {}, EqualSharesRecord* record = nullptr);

}  // namespace wijktafel::budgeting
