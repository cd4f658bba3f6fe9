#include "compute/budgeting/density.hpp"

namespace wijktafel::budgeting {

// Compares a/b with c/d by their whole parts and then what is left over, turned around, as Euclid does:
// nothing ever grows.
std::strong_ordering compare(Density left, Density right) {
  while (true) {
    if (left.cost == 0 || right.cost == 0) return (left.cost == 0) <=> (right.cost == 0);
    const auto whole = (left.utility / left.cost) <=> (right.utility / right.cost);
    if (whole != 0) return whole;
    const Density left_over{left.utility % left.cost, left.cost};
    const Density right_over{right.utility % right.cost, right.cost};
    if (left_over.utility == 0 || right_over.utility == 0) return left_over.utility <=> right_over.utility;
    left = {right_over.cost, right_over.utility};
    right = {left_over.cost, left_over.utility};
  }
}

std::vector<Density> densities(const Election& election, const Support& support) {
  std::vector<Density> made(election.projects.size());
  for (ProjectIndex project = 0; project < made.size(); ++project) {
    UnsignedWide utility = 0;
    for (const auto& supporter : support.of(project))
      utility += static_cast<UnsignedWide>(supporter.utility) * election.weights[supporter.ballot];
    if (utility > 0) made[project] = {utility, static_cast<UnsignedWide>(election.projects[project].cost)};
  }
  return made;
}

}  // namespace wijktafel::budgeting
