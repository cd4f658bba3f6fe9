// Which plan goes first when a rule finds several equally good. One order of all plans, made beforehand from
// their names, costs and votes or from a public lot; never from their place in the file, so that a file in
// another order gives the same winners.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

// Immutable. A lot is drawn with purpose "tie" over the plans in order of their ids (docs/methods/lot.md).
class TieOrder {
 public:
  TieOrder(const Election& election, const TieBreaking& how);

  // 0 goes first. Every plan has a rank of its own.
  std::uint32_t rank(ProjectIndex project) const { return ranks_[project]; }
  // The one of `among` that goes first; `among` is not empty.
  ProjectIndex first_of(std::span<const ProjectIndex> among) const;
  // The same order with one plan before all others: what if the tie had gone to this one?
  TieOrder with_first(ProjectIndex project) const;

 private:
  TieOrder() = default;

  std::vector<std::uint32_t> ranks_;
};

}  // namespace wijktafel::budgeting
