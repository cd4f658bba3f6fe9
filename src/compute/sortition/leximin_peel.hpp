// Panels for given chances: takes panels off the expected counts one by one, each with the largest chance
// that leaves something which still meets the rows. Every panel makes a count or a row binding for good, so
// that there are at most as many panels as types and rows; far fewer in practice. It can end too early, where
// what is left meets the rows but is no mixture of whole panels.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {

struct Peeled {
  std::vector<TypePanel> panels;
  double left = 1;  // the chance for which no panel was found
};

// `chances` per type. `go_on` is called often, also while a panel is looked for; false ends.
Peeled peel(const Types& types, std::span<const double> chances, const std::function<bool()>& go_on);

}  // namespace wijktafel::sortition
