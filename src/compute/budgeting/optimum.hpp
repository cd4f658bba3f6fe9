// The most total utility that the budget can buy (the knapsack problem), for comparison with the rules: what
// the majority could have had, whoever goes without. Source: Nemhauser and Ullmann, "Discrete dynamic
// programming and capital allocation", Management Science 15, 1969, with the bound of Dantzig 1957. Exact:
// the answer is certain, or there is none. docs/methods/optimum.md.
#pragma once

#include <cstddef>

#include "base/result.hpp"
#include "compute/budgeting/election.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/no_count.hpp"
#include "compute/budgeting/outcome.hpp"
#include "compute/budgeting/ties.hpp"

namespace wijktafel::budgeting {

struct OptimumSize {
  std::size_t most_states = 4'000'000;  // kept at a time: 64 bytes each
  std::size_t most_steps = 40'000'000;  // kept to know which plans: 8 bytes each
};

// Of equally useful choices the cheapest; of those the one with the plan that goes first by the order of
// ties. Plans without utility are never bought. Selected in order of utility per cost.
Result<Outcome, NoCount> optimum(const Election& election, const Support& support, const TieOrder& ties,
                                 const Limits& limits = {}, OptimumSize size = {});

}  // namespace wijktafel::budgeting
