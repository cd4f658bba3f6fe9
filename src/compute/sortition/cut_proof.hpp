// What no panel is worth more than, proved in whole numbers.
#pragma once

#include <cstddef>
#include <gmpxx.h>
#include <optional>
#include <span>
#include <vector>

#include "compute/sortition/types.hpp"

namespace wijktafel::sortition {

// Multipliers and weights are whole numbers of this unit.
inline constexpr int multiplier_bits = 50;
mpz_class whole_multiplier(double multiplier);

// The largest sum of weight times count within the ranges, as far as the rows are held by these multipliers
// (one per row, any sign): weak duality.
mpz_class dual_bound(const Types& types, std::span<const mpz_class> weights,
                     std::span<const mpz_class> multipliers, std::span<const std::int64_t> least,
                     std::span<const std::int64_t> most);

// A bound on the sum of weight times count over all panels, in the unit of the weights; close to the largest
// there is, when `hoped` is. Nothing when `nodes` nodes do not suffice.
std::optional<mpz_class> proved_most(const Types& types, std::span<const double> weights, double hoped,
                                     std::size_t nodes);

}  // namespace wijktafel::sortition
