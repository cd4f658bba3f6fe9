// The plain stratified lottery, for comparison: what was used before chances were made equal. One draw:
//   1. Of every quota whose minimum is not met, the urgency is (minimum - chosen) / (people left with it).
//      The most urgent value is taken, by lot among equals; when all minima are met, any person may come.
//   2. One of the people left with that value is drawn, all equally likely.
//   3. Who has a value of which the maximum is reached, or whose household is full, is left out.
// A draw that runs into a wall (fewer people left than a minimum needs) is thrown away and done again. This
// is the algorithm called LEGACY by Flanigan and others (Nature 596, 2021). Its chances cannot be computed:
// the plan holds 1,000 draws, each with chance 1/1000, and so estimates them.
#pragma once

#include <optional>

#include "compute/lot/lot.hpp"
#include "compute/sortition/plan.hpp"
#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

// One draw; nothing when it ran into a wall.
std::optional<Panel> draw_stratified(const Pool& pool, lot::Lot& lot);

// Draws with Lot("stratified", "wijktafel"): always the same. PlanStatus::infeasible when there is no panel;
// PlanStatus::stopped when go_on said so, or when 1,000 panels did not come in 100,000 tries.
Plan stratified_plan(const Pool& pool, const PlanOptions& options);

}  // namespace wijktafel::sortition
