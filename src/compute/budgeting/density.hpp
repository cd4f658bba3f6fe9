// Utility for all voters together per unit of money, compared exactly.
#pragma once

#include <compare>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/wide.hpp"

namespace wijktafel::budgeting {

// utility / cost; with cost 0 it is more than any other. Never 0/0.
struct Density {
  UnsignedWide utility = 0;
  UnsignedWide cost = 1;
};
std::strong_ordering compare(Density left, Density right);

// Per plan; 0 for plans without utility, whatever their cost.
std::vector<Density> densities(const Election& election, const Support& support);

}  // namespace wijktafel::budgeting
