// The methods of a draw once more: over a written list of all panels, one person a row, without types,
// columns or speed. What the real ones are compared with.
#pragma once

#include <vector>

#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

// Chances per person, of all panels there are (at least one). Linear programmes: one that maximises the
// smallest chance that is not settled, then for everybody one that asks whether more is possible.
std::vector<double> leximin_over(const Pool& pool, const std::vector<Panel>& panels);

// The largest geometric mean of chances over everybody who is in a panel, to 1e-6 of itself at least: panels
// are made likelier by how much they are worth (Cover's algorithm), until none is worth more.
double nash_mean_over(const Pool& pool, const std::vector<Panel>& panels);

// The smallest (n/k) largest + (k/n) / smallest over everybody who is in a panel: for a given smallest chance
// a linear programme gives the largest; the value is convex in it and is searched by thirds.
double goldilocks_value_over(const Pool& pool, const std::vector<Panel>& panels);

// Of the people with a chance above 0.
double geometric_mean(const std::vector<double>& chances);

}  // namespace wijktafel::sortition
