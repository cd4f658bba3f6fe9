// Small pools for tests: made by hand or at random, and all their panels counted out without any method.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "compute/sortition/types.hpp"

namespace wijktafel::sortition {

// Categories with so many values each; person i has value vectors[i][c] in category c. Quotas are 0..size.
Pool plain_pool(const std::vector<std::size_t>& values, const std::vector<std::vector<std::size_t>>& vectors,
                std::int64_t size);

// A pool whose quotas are met by at least one panel: they are drawn around a panel drawn at random.
// `per_household` above 0: people are put in households of one to three.
Pool random_pool(std::mt19937_64& random, std::size_t people, std::int64_t size,
                 std::int64_t per_household = 0);

// Every count per type that meets the rows, in lexicographic order.
std::vector<TypeCounts> every_count(const Types& types);

}  // namespace wijktafel::sortition
