#include "compute/budgeting/greedy.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "compute/budgeting/density.hpp"

namespace wijktafel::budgeting {
namespace {

// Equally good plans, in the order of ties. When there is money for all of them together their order is of no
// consequence; otherwise one that is not bought would have been, had it gone first, or would have ended the
// count. So one tie says it all. False: a plan did not fit and the rule does not skip.
bool buy_equals(const Election& election, std::span<const ProjectIndex> equals, Misfit misfit, Room& room,
                Outcome& outcome) {
  std::vector<ProjectIndex> among;  // whose place in the order may matter
  bool any_fits = false;
  for (const auto project : equals) {
    const bool fits = room.fits(project);
    any_fits = any_fits || fits;
    if (fits || (misfit == Misfit::stop && room.is_allowed(project))) among.push_back(project);
  }
  std::size_t bought = 0;
  bool goes_on = true;
  for (const auto project : among) {
    if (room.fits(project)) {
      room.buy(project);
      outcome.selected.push_back(project);
      outcome.cost += election.projects[project].cost;
      ++bought;
    } else if (misfit == Misfit::stop) {
      goes_on = false;
      break;
    }
  }
  if (any_fits && among.size() > 1) {
    const auto first = among.front();
    const bool changes = bought < among.size();
    outcome.ties.push_back({std::move(among), first, changes});
  }
  return goes_on;
}

}  // namespace

Outcome buy_in_order(const Election& election, const std::vector<Density>& values, const TieOrder& ties,
                     Misfit misfit, const Limits& limits, Outcome outcome) {
  std::vector<char> is_bought(election.projects.size());
  for (const auto project : outcome.selected) is_bought[project] = 1;
  std::vector<ProjectIndex> order(election.projects.size());
  std::iota(order.begin(), order.end(), ProjectIndex{0});
  std::erase_if(order, [&](ProjectIndex project) { return is_bought[project] != 0; });
  std::ranges::sort(order, [&](ProjectIndex a, ProjectIndex b) {
    const auto by_density = compare(values[a], values[b]);
    return by_density != 0 ? by_density > 0 : ties.rank(a) < ties.rank(b);
  });

  Room room(election, limits, outcome);
  bool goes_on = true;
  for (std::size_t first = 0; first < order.size() && goes_on;) {
    std::size_t end = first + 1;
    while (end < order.size() && compare(values[order[first]], values[order[end]]) == 0) ++end;
    goes_on = buy_equals(election, std::span(order).subspan(first, end - first), misfit, room, outcome);
    first = end;
  }
  return outcome;
}

Outcome greedy(const Election& election, const Support& support, const TieOrder& ties, const Limits& limits,
               Outcome start) {
  return buy_in_order(election, densities(election, support), ties, Misfit::skip, limits, std::move(start));
}

}  // namespace wijktafel::budgeting
