#include "compute/budgeting/representation.hpp"

#include <algorithm>
#include <gmpxx.h>

#include "compute/budgeting/equal_shares_prices.hpp"
#include "compute/budgeting/wide.hpp"

namespace wijktafel::budgeting {
namespace {

struct Served {
  Wide utility = 0;  // of what was bought and the plan
  std::int64_t of_plan = 0;
  std::uint32_t voters = 0;
};

bool is_kept_out(const Election& election, const Limits& limits, const Outcome& outcome,
                 ProjectIndex project) {
  if (!limits.is_out.empty() && limits.is_out[project]) return true;
  return std::ranges::any_of(limits.caps, [&](const Cap& cap) {
    const auto is_in = [&](ProjectIndex plan) { return std::ranges::binary_search(cap.projects, plan); };
    if (!is_in(project)) return false;
    Wide cost = election.projects[project].cost;
    for (const auto bought : outcome.selected)
      if (is_in(bought)) cost += election.projects[bought].cost;
    return cost > cap.most;
  });
}

// The voters of the largest group that is a violation; `served` in ascending order of utility.
std::uint64_t largest_group(const Election& election, Money cost, const std::vector<Served>& served) {
  const mpz_class price = exact(cost) * exact(Wide{election.voters});
  const mpz_class budget = exact(election.budget);
  std::uint64_t largest = 0;
  std::uint64_t voters = 0;
  Wide together = 0;
  for (std::size_t place = 0; place < served.size(); ++place) {
    voters += served[place].voters;
    together += Wide{served[place].voters} * served[place].of_plan;
    if (place + 1 < served.size() && served[place + 1].utility == served[place].utility) continue;
    if (exact(served[place].utility) * price <= budget * exact(together)) largest = voters;
  }
  return largest;
}

}  // namespace

std::vector<UnservedGroup> unserved_groups(const Election& election, const Support& support,
                                           const Outcome& outcome, const Limits& limits) {
  std::vector<Wide> utility(election.ballots());
  std::vector<char> is_bought(election.projects.size());
  for (const auto project : outcome.selected) {
    is_bought[project] = 1;
    for (const auto& supporter : support.of(project)) utility[supporter.ballot] += supporter.utility;
  }
  std::vector<UnservedGroup> groups;
  std::vector<Served> served;
  for (ProjectIndex project = 0; project < election.projects.size(); ++project) {
    if (is_bought[project] || is_kept_out(election, limits, outcome, project)) continue;
    served.clear();
    for (const auto& supporter : support.of(project))
      served.push_back({utility[supporter.ballot] + supporter.utility, supporter.utility,
                        election.weights[supporter.ballot]});
    std::ranges::sort(served, {}, &Served::utility);
    if (const auto voters = largest_group(election, election.projects[project].cost, served); voters > 0)
      groups.push_back({project, voters});
  }
  return groups;
}

std::optional<BudgetFault> budget_fault(const Election& election, const Outcome& outcome) {
  auto plans = outcome.selected;
  std::ranges::sort(plans);
  if (std::ranges::adjacent_find(plans) != plans.end()) return BudgetFault::bought_twice;
  Wide cost = 0;
  for (const auto project : plans) cost += election.projects[project].cost;
  if (cost != outcome.cost) return BudgetFault::cost_is_not_the_sum;
  if (cost > election.budget) return BudgetFault::over_budget;
  return std::nullopt;
}

}  // namespace wijktafel::budgeting
