// Why no weights exist, in terms of the targets: which level, and what it can be merged with.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "compute/survey/cells.hpp"
#include "compute/survey/rake.hpp"

namespace wijktafel::survey {

// What the margins show by themselves. All of them.
std::vector<Obstacle> visible_obstacles(const Sample& sample);

// Why `reached` (what the computation came to) does not meet the totals: a linear program looks for weights
// within the bounds that miss the totals as little as can be (in parts of each total). Never empty.
std::vector<Obstacle> hidden_obstacles(const Sample& sample, const Cells& cells,
                                       const std::optional<Bounds>& bounds, std::span<const double> reached);

}  // namespace wijktafel::survey
