// Sequential Phragmén: every voter earns money at the same steady rate, and a plan is bought at the first
// moment when its supporters together have its cost; they pay all they have. Source: Los, Christoff and
// Grossi, "Proportional Budget Allocations: Towards a Systematization", IJCAI 2022, after Phragmén 1894.
// docs/methods/phragmen.md. Exact: all loads are whole numbers over one common denominator.
#pragma once

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/outcome.hpp"
#include "compute/budgeting/ties.hpp"

namespace wijktafel::budgeting {

enum class PhragmenEnd {
  // The rule ends when one of the plans that come first together is dearer than what is left, also when
  // others would still fit (as pabutools). Plans without supporters come last of all, all at once.
  stop,
  // A plan dearer than what is left is passed by (as most papers). Plans without supporters are not bought.
  skip,
};

// `support` by Utility::cardinality: whoever names a plan supports it. What only a limit forbids is passed by
// in both. O(rounds x approvals) at worst.
Outcome phragmen(const Election& election, const Support& support, const TieOrder& ties, PhragmenEnd end,
                 const Limits& limits = {});

}  // namespace wijktafel::budgeting
