#include "compute/budgeting/greedy.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "compute/budgeting/density.hpp"

namespace wijktafel::budgeting {
namespace {

// Equally good plans, in the order of ties. When there is money for all of them together their order is of no
// consequence; otherwise one that is not bought would have been, had it gone first. So one tie says it all.
// False: a plan did not fit and the rule does not skip.
bool buy_equals(const Election& election, std::span<const ProjectIndex> equals, bool skips, Room& room,
                Outcome& outcome) {
  std::vector<ProjectIndex> fitting;
  for (const auto project : equals)
    if (room.fits(project)) fitting.push_back(project);
  std::size_t bought = 0;
  bool goes_on = true;
  for (const auto project : equals) {
    if (!room.is_allowed(project)) continue;
    if (room.fits(project)) {
      room.buy(project);
      outcome.selected.push_back(project);
      outcome.cost += election.projects[project].cost;
      ++bought;
    } else if (!skips) {
      goes_on = false;
      break;
    }
  }
  if (fitting.size() > 1) {
    const bool changes = bought < fitting.size();
    outcome.ties.push_back(
        {std::move(fitting), *(outcome.selected.end() - static_cast<std::ptrdiff_t>(bought)), changes});
  }
  return goes_on;
}

Outcome greedily(const Election& election, const Support& support, const TieOrder& ties, const Limits& limits,
                 Outcome outcome, bool skips) {
  const auto density = densities(election, support);
  std::vector<char> is_bought(election.projects.size());
  for (const auto project : outcome.selected) is_bought[project] = 1;
  std::vector<ProjectIndex> order(election.projects.size());
  std::iota(order.begin(), order.end(), ProjectIndex{0});
  std::erase_if(order, [&](ProjectIndex project) { return is_bought[project] != 0; });
  std::ranges::sort(order, [&](ProjectIndex a, ProjectIndex b) {
    const auto by_density = compare(density[a], density[b]);
    return by_density != 0 ? by_density > 0 : ties.rank(a) < ties.rank(b);
  });

  Room room(election, limits, outcome);
  bool goes_on = true;
  for (std::size_t first = 0; first < order.size() && goes_on;) {
    std::size_t end = first + 1;
    while (end < order.size() && compare(density[order[first]], density[order[end]]) == 0) ++end;
    goes_on = buy_equals(election, std::span(order).subspan(first, end - first), skips, room, outcome);
    first = end;
  }
  return outcome;
}

}  // namespace

Outcome greedy(const Election& election, const Support& support, const TieOrder& ties, const Limits& limits,
               Outcome start) {
  return greedily(election, support, ties, limits, std::move(start), true);
}

Outcome greedy_without_skip(const Election& election, const Support& support, const TieOrder& ties,
                            const Limits& limits, Outcome start) {
  return greedily(election, support, ties, limits, std::move(start), false);
}

}  // namespace wijktafel::budgeting
