// Whether an outcome leaves a group unserved: "EJR+ up to one project", which can be checked in polynomial
// time. Source: Brill and Peters, "Robust and Verifiable Proportionality Axioms for Multiwinner Voting", EC
// 2023 (arXiv 2302.01989), EJR+; "up to one" for plans with costs as in Peters, Pierczynski and Skowron,
// NeurIPS 2021. docs/methods/representation.md.
//
// Definition. n voters, budget B, u_i(p) the utility of p for voter i, u_i(W) that of all plans bought. A
// plan p that was not bought, of cost c, and a group S of its supporters, together U = sum over S of u_i(p),
// form a violation when
//   u_i(W) + u_i(p) <= (B |S| / n) * (U / |S|) / c     for every i in S:
// with their own part of the budget they could buy utility at the price of p, and each of them, even with p
// added, has no more than that. With cost utility: each has plans of no more than B |S| / n, p included; with
// cardinality: no more plans, p included, than plans of cost c fit in B |S| / n. Among all groups for p the
// worst are those with the least u_i(W) + u_i(p), so only these need a look.
//
// Equal Shares always passes, with every utility: the first of S to have less than its part c u_i(p) / U of p
// paid at most c / U for each unit of utility until then, or p would have been bought. Completions raise the
// endowment or add plans, so they pass too; other rules may not.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

// The largest group of who is left unserved where `project` could have served them.
struct UnservedGroup {
  ProjectIndex project = 0;
  std::uint64_t voters = 0;

  bool operator==(const UnservedGroup&) const = default;
};

// At most one for each plan, in order of plan; empty: the outcome passes. Plans that `limits` keep out are no
// complaint. O(choices log choices).
//   unserved_groups(election, Support(election, Utility::cost), outcome)
std::vector<UnservedGroup> unserved_groups(const Election& election, const Support& support,
                                           const Outcome& outcome, const Limits& limits = {});

enum class BudgetFault { bought_twice, cost_is_not_the_sum, over_budget };
// What is wrong with the money of an outcome, the first of these; nothing when it is right.
std::optional<BudgetFault> budget_fault(const Election& election, const Outcome& outcome);

}  // namespace wijktafel::budgeting
