// Greedy by utility per cost: plans in order of the utility they give to all voters together, divided by
// their cost; each is bought when there is money for it, otherwise skipped. With cost utility that is most
// votes first, as most cities count. Source: the rule "utilitarian greedy" of the participatory budgeting
// literature (Rey and Maly, "The (Computational) Social Choice Take on Indivisible Participatory Budgeting",
// 2023). docs/methods/greedy.md.
#pragma once

#include <vector>

#include "compute/budgeting/density.hpp"
#include "compute/budgeting/election.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/outcome.hpp"
#include "compute/budgeting/ties.hpp"

namespace wijktafel::budgeting {

// Goes on from `start`, whose plans and ties stay first. Plans nobody supports come last, and are bought when
// they fit. O(supporters + projects log projects).
//   const auto outcome = greedy(election, Support(election, Utility::cost), TieOrder(election, {}));
Outcome greedy(const Election& election, const Support& support, const TieOrder& ties,
               const Limits& limits = {}, Outcome start = {});

// What to do with a plan that does not fit.
enum class Misfit { skip, stop };

// The same with any order: plans with the highest value first. With `stop` the rule ends at the first plan
// that does not fit, as in some cities; a plan that is not allowed at all is passed by.
Outcome buy_in_order(const Election& election, const std::vector<Density>& values, const TieOrder& ties,
                     Misfit misfit, const Limits& limits = {}, Outcome start = {});

}  // namespace wijktafel::budgeting
