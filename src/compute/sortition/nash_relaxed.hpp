// Nash over the linear relaxation of "a panel meets the quotas": expected counts per type that meet the rows,
// with the largest product of chances. No panels are needed. What it finds is no worse than any draw, and it
// is the answer itself when panels are found that have these chances on average (leximin_peel.hpp).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "compute/sortition/types.hpp"

namespace wijktafel::sortition {

// Maximises the sum of shares[t] log count[t] over the types with a share above 0; the others get 0. Gives
// the counts per type. By a primal-dual interior point method; nothing where that does not come to its end.
std::optional<std::vector<double>> nash_relaxed(const Types& types, std::span<const double> shares);

}  // namespace wijktafel::sortition
