// The two ways to weights that meet totals, on cells: sweeps over the margins and Newton's method on the
// dual (one multiplier per column), each with what it reached.
#pragma once

#include <cstddef>
#include <vector>

#include "compute/survey/cells.hpp"
#include "compute/survey/rake.hpp"

namespace wijktafel::survey {

struct Fit {
  std::vector<double> weight_of_cell;
  std::size_t sweeps = 0;
  std::size_t newton_steps = 0;
  double deviation = 0;
};

// Raking. Sweeps first; Newton with step halving when they are slow (his method alone diverges from a start
// far away, sweeps alone crawl when levels nearly exclude each other). Cells with a most weight are trimmed
// inside each step: a level's factor is the one that meets its total after trimming, so that the end is the
// same as for raking and trimming in turns until both hold, and does not depend on the turns.
Fit fit_totals(const Cells& cells);

// The logit distance: every weight between lowest and highest times its base weight, brought to the total.
Fit fit_within(const Cells& cells, const Bounds& bounds);

}  // namespace wijktafel::survey
