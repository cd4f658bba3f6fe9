// The last panels of a lottery, made from totals instead of exchanges: used where exchanges do not suffice.
//   1. Every kind gets a whole number of places over these panels, rounded up or down from what is expected,
//      such that the totals of the features are rounded up or down too and every row still allows them.
//   2. With m panels left, a panel takes S/m of every total S that is left, rounded up or down: of the kinds,
//      the features and the households. What is left then lies between the same whole numbers for m - 1
//      panels, so quotas can be met to the end; only that there is such a panel is not certain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "compute/sortition/panel_table.hpp"
#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

// `count` panels (numbers of each kind) that together with `fixed` (places per kind that panels have already)
// bring every kind and every feature of a lottery of `size` panels to the whole number above or below what is
// expected. Fewer than `count` where the search ends early.
std::vector<std::vector<std::uint32_t>> panels_for_rest(const Pool& pool, const Kinds& kinds,
                                                        std::span<const std::int64_t> fixed,
                                                        std::size_t count, std::size_t size);

}  // namespace wijktafel::sortition
