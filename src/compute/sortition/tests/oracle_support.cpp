#include "compute/sortition/tests/oracle_support.hpp"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <cmath>

namespace wijktafel::sortition {
namespace {

constexpr double kUnlimited = 1e30;

// A chance for each panel (columns), sum 1 (row 0); then for each person  chance - coefficient x free
// between bounds, with one free column at the end.
ClpSimplex programme(const Pool& pool, const std::vector<Panel>& panels) {
  ClpSimplex simplex;
  simplex.setLogLevel(0);
  simplex.setPrimalTolerance(1e-9);
  simplex.setDualTolerance(1e-9);
  simplex.resize(static_cast<int>(1 + pool.people.size()), 0);
  simplex.setRowBounds(0, 1, 1);
  for (const auto& panel : panels) {
    std::vector<int> rows{0};
    for (const auto member : panel) rows.push_back(static_cast<int>(1 + member));
    const std::vector<double> ones(rows.size(), 1);
    simplex.addColumn(static_cast<int>(rows.size()), rows.data(), ones.data(), 0, kUnlimited, 0);
  }
  simplex.addColumn(0, nullptr, nullptr, 0, 1, 0);
  return simplex;
}

// The largest chance that all of `people` can have at once, while the others keep at least `least`.
double largest_together(const Pool& pool, const std::vector<Panel>& panels, const std::vector<bool>& people,
                        const std::vector<double>& least) {
  auto simplex = programme(pool, panels);
  const auto free = static_cast<int>(panels.size());
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto row = static_cast<int>(1 + i);
    if (people[i]) simplex.modifyCoefficient(row, free, -1);
    simplex.setRowBounds(row, people[i] ? 0 : least[i], kUnlimited);
  }
  simplex.setObjectiveCoefficient(free, -1);
  simplex.primal();
  return simplex.status() == 0 ? simplex.primalColumnSolution()[free] : -1;
}

std::vector<bool> reachable(const Pool& pool, const std::vector<Panel>& panels) {
  std::vector<bool> reached(pool.people.size());
  for (const auto& panel : panels)
    for (const auto member : panel) reached[member] = true;
  return reached;
}

// The smallest that the largest chance can be, when everybody has at least `smallest`.
double least_largest(const Pool& pool, const std::vector<Panel>& panels, double smallest) {
  auto simplex = programme(pool, panels);
  const auto free = static_cast<int>(panels.size());
  for (int person = 0; person < static_cast<int>(pool.people.size()); ++person) {
    simplex.setRowBounds(1 + person, -kUnlimited, 0);
    simplex.modifyCoefficient(1 + person, free, -1);
  }
  const auto reached = reachable(pool, panels);
  for (int person = 0; person < static_cast<int>(pool.people.size()); ++person) {
    if (!reached[static_cast<std::size_t>(person)]) continue;
    std::vector<int> columns;
    for (std::size_t i = 0; i < panels.size(); ++i)
      if (std::ranges::find(panels[i], static_cast<PersonIndex>(person)) != panels[i].end())
        columns.push_back(static_cast<int>(i));
    const std::vector<double> ones(columns.size(), 1);
    simplex.addRow(static_cast<int>(columns.size()), columns.data(), ones.data(), smallest, kUnlimited);
  }
  simplex.setObjectiveCoefficient(free, 1);
  simplex.primal();
  return simplex.status() == 0 ? simplex.primalColumnSolution()[free] : kUnlimited;
}

}  // namespace

std::vector<double> leximin_over(const Pool& pool, const std::vector<Panel>& panels) {
  const auto people = pool.people.size();
  std::vector<double> least(people);
  std::vector<bool> open(people, true);
  while (std::ranges::find(open, true) != open.end()) {
    const double together = std::max(0.0, largest_together(pool, panels, open, least));
    auto keep = least;
    for (std::size_t i = 0; i < people; ++i)
      if (open[i]) keep[i] = together - 1e-9;
    std::vector<bool> settled(people);
    for (std::size_t i = 0; i < people; ++i) {
      if (!open[i]) continue;
      std::vector<bool> alone(people);
      alone[i] = true;
      settled[i] = largest_together(pool, panels, alone, keep) <= together + 1e-6;
    }
    for (std::size_t i = 0; i < people; ++i) {
      if (!settled[i]) continue;
      least[i] = std::max(0.0, together - 1e-9);
      open[i] = false;
    }
    if (std::ranges::find(settled, true) == settled.end()) return {};
  }
  return least;
}

double nash_mean_over(const Pool& pool, const std::vector<Panel>& panels) {
  const auto reached = reachable(pool, panels);
  const auto people = static_cast<double>(std::ranges::count(reached, true));
  std::vector<double> weights(panels.size(), 1 / static_cast<double>(panels.size()));
  std::vector<double> chances;
  for (int round = 0; round < 200'000; ++round) {
    chances.assign(pool.people.size(), 0);
    for (std::size_t i = 0; i < panels.size(); ++i)
      for (const auto member : panels[i]) chances[member] += weights[i];
    double most = 0;
    for (std::size_t i = 0; i < panels.size(); ++i) {
      double worth = 0;
      for (const auto member : panels[i]) worth += 1 / chances[member];
      most = std::max(most, worth / people);
      weights[i] *= worth / people;
    }
    if (most <= 1 + 1e-6) break;
  }
  return geometric_mean(chances);
}

double goldilocks_value_over(const Pool& pool, const std::vector<Panel>& panels) {
  const auto reached = reachable(pool, panels);
  const double mean =
      static_cast<double>(pool.panel_size) / static_cast<double>(std::ranges::count(reached, true));
  double low = 0,
         high = std::max(0.0, largest_together(pool, panels, reached, std::vector<double>(reached.size())));
  const auto value = [&](double smallest) {
    return least_largest(pool, panels, smallest) / mean + mean / smallest;
  };
  for (int round = 0; round < 60; ++round) {
    const double left = low + (high - low) / 3, right = high - (high - low) / 3;
    (value(left) <= value(right) ? high : low) = value(left) <= value(right) ? right : left;
  }
  return value(low + (high - low) / 2);
}

double geometric_mean(const std::vector<double>& chances) {
  double sum = 0, people = 0;
  for (const double chance : chances) {
    if (chance <= 0) continue;
    sum += std::log(chance);
    ++people;
  }
  return std::exp(sum / people);
}

}  // namespace wijktafel::sortition
