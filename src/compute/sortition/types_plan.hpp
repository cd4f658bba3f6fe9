// A draw over types, as the methods make it, and the draw over people that follows from it.
#pragma once

#include <vector>

#include "compute/sortition/plan.hpp"
#include "compute/sortition/types.hpp"

namespace wijktafel::sortition {

struct TypePanel {
  TypeCounts counts;
  double chance = 0;
};

struct TypePlan {
  PlanStatus status = PlanStatus::optimal;
  std::vector<TypePanel> panels;  // chances at least 0; they are scaled to sum 1 where people are dealt
  std::size_t stages = 0;
  Certificate certificate;
};

// The chance of somebody of each type: sum of chance times count over the panels, by the number of people.
std::vector<double> chances_of_types(const Types& types, const std::vector<TypePanel>& panels);

// Deals the counts to people, so that those of one type have the same chance (to one unit of 2^-44 for each
// panel) and no household has more than it may; see households.hpp. `status`, `stages` and `certificate` are
// taken over.
Plan plan_of_people(const Pool& pool, const Types& types, const TypePlan& plan, Method method);

}  // namespace wijktafel::sortition
