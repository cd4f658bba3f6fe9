// Goldilocks: chances that are neither too small nor too large, as near to uniform as the quotas allow.
//   minimise  (n/k) largest chance + (k/n) / smallest chance
// over everybody who can be in a panel at all (n of them), for panels of k. Equal chances give 2, the least
// there is. Source: Baharav and Flanigan, "Fair, Manipulation-Robust, and Transparent Sortition", EC 2024,
// with gamma = 1. One linear programme over panels, with 1/smallest between its tangents, and column
// generation: docs/methods/nash-and-goldilocks.md.
#pragma once

#include <functional>

#include "compute/sortition/plan.hpp"
#include "compute/sortition/types.hpp"
#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {

// Infeasible quotas give PlanStatus::infeasible and no panels. The certificate is about the value minimised:
// `dual_bound`: no draw has a smaller one; `gap`: the value of this draw minus the bound. Deterministic
// unless go_on stops it.
TypePlan goldilocks_plan(const Types& types, const std::function<bool(const PlanOptions::Step&)>& go_on);

// (n/k) largest + (k/n) / smallest of the chances above 0; `chances` one per person or per equal group with
// `people` each.
double goldilocks_value(std::span<const double> chances, std::span<const double> people);

}  // namespace wijktafel::sortition
