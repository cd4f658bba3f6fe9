// The one door to all rules: the outcome of an election under a rule.
//   const auto outcome = *count(election, {.name = RuleName::equal_shares, .utility = Utility::cost,
//                                         .completions = {{.kind = Completion::Kind::add_one}}, .ties = {}});
#pragma once

#include "base/result.hpp"
#include "compute/budgeting/election.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/optimum.hpp"
#include "compute/budgeting/outcome.hpp"
#include "compute/budgeting/ties.hpp"

namespace wijktafel::budgeting {

// `limits` hold for every rule. Ties are in the order in which they occurred. The optimum can be
// refused, and completions that raise. Completions must be sound (completion.hpp).
Result<Outcome, NoCount> count(const Election& election, const Rule& rule, const Limits& limits = {});
// The same with an order of ties that is already made, or changed: rule.ties is not read.
Result<Outcome, NoCount> count(const Election& election, const Rule& rule, const TieOrder& ties,
                               const Limits& limits = {});

}  // namespace wijktafel::budgeting
