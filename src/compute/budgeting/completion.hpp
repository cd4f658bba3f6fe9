// What is done with the money that Equal Shares leaves. Sources: Peters, Pierczynski and Skowron (NeurIPS
// 2021) for add1; Faliszewski and others, "Participatory Budgeting: Data, Tools and Analysis" (IJCAI 2023)
// for what cities may do; the rules for stopping are those of pabutools, so that outcomes can be compared.
// docs/methods/equal-shares.md.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "compute/budgeting/equal_shares.hpp"
#include "compute/budgeting/no_count.hpp"

namespace wijktafel::budgeting {

// A file made to be heavy could be counted for hours. Of the 240 Pabulib files none takes more than 28
// million, by any utility and completion; see EqualShares::work.
inline constexpr std::uint64_t most_raising_work = 1'000'000'000;

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
// sound. `record` is of the run of Equal Shares that was kept. NoCount::too_long when raising takes more than
// `most_work` (EqualShares::work).
Result<Outcome, NoCount> equal_shares(const Election& election, Utility utility,
                                      const std::vector<Completion>& completions, const TieOrder& ties,
                                      const Limits& limits = {}, EqualSharesRecord* record = nullptr,
                                      std::uint64_t most_work = most_raising_work);

// The same with `shares` laid out before, for `election` and these ties and limits.
Result<Outcome, NoCount> equal_shares(const Election& election, EqualShares& shares,
                                      const std::vector<Completion>& completions, const TieOrder& ties,
                                      const Limits& limits = {}, EqualSharesRecord* record = nullptr,
                                      std::uint64_t most_work = most_raising_work);

}  // namespace wijktafel::budgeting
