// Small elections with many ties: what rules get wrong shows there first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

// Up to 8 plans and 12 ballots of any type; small costs, free plans, plans nobody names, empty ballots, plans
// dearer than the budget. The same seed gives the same election.
Election random_election(std::uint64_t seed);

std::vector<std::string> names_of(const Election& election, const Outcome& outcome);  // in the order bought

}  // namespace wijktafel::budgeting
