// Nash: of all ways to draw, the one with the largest product of chances (of everybody who can be in a panel
// at all). It gives up a little of the smallest chance for more of the others.
//   maximise  sum over people of log chance
// Column generation over types: the best mix of the panels known so far (nash_master.hpp), then the panel
// that is worth most at its prices, until no panel is worth more than the mix. That last panel gives the
// proof: with prices y per type, share s_t of people and v the worth of the best panel of all, no draw has a
// geometric mean of chances above  v/n x product of y_t^(-s_t)  (weak duality;
// docs/methods/nash-and-goldilocks.md).
#pragma once

#include <functional>

#include "compute/sortition/plan.hpp"
#include "compute/sortition/types.hpp"
#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {

// Infeasible quotas give PlanStatus::infeasible and no panels. The certificate is about the geometric mean of
// the chances of everybody who can be in a panel: `dual_bound`: no draw has a larger one; `gap`: the bound
// minus that of this draw. Deterministic unless go_on stops it.
TypePlan nash_plan(const Types& types, const std::function<bool(const PlanOptions::Step&)>& go_on);

}  // namespace wijktafel::sortition
