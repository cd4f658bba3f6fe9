#include "compute/survey/rake.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "compute/survey/calibration.hpp"
#include "compute/survey/obstacles.hpp"

namespace wijktafel::survey {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr double vanished = 1e-7;  // of the base weight

std::vector<double> per_respondent(const Sample& sample, const Cells& cells, std::span<const double> weight) {
  std::vector<double> weights(sample.base.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto cell = cells.cell_of[i];
    weights[i] = sample.base[i] * (weight[cell] / cells.base[cell]);
  }
  return weights;
}

// Totals that are only met in the limit, with a weight of 0: what is left of it is rounding.
bool somebody_vanishes(const Cells& cells, std::span<const double> weight, double population) {
  const double to_population = population / std::accumulate(cells.base.begin(), cells.base.end(), 0.0);
  for (std::size_t cell = 0; cell < cells.size(); ++cell)
    if (weight[cell] < vanished * cells.base[cell] * to_population) return true;
  return false;
}

std::vector<MissedTotal> missed_totals(const Sample& sample, const Cells& cells,
                                       std::span<const double> weight) {
  std::vector<MissedTotal> missed;
  const auto sums = column_sums(cells, weight);
  for (std::size_t m = 0; m < sample.margins.size(); ++m) {
    const auto& totals = sample.margins[m].totals;
    for (std::size_t level = 0; level < totals.size(); ++level) {
      const double reached = sums[cells.first_column[m] + level];
      if (std::abs(reached - totals[level]) > close_enough * totals[level])
        missed.push_back({{m, level}, totals[level], reached});
    }
  }
  return missed;
}

}  // namespace

Result<Weights, std::vector<Obstacle>> rake(const Sample& sample, const Limits& limits) {
  WIJKTAFEL_ASSERT(!sample.base.empty() && !sample.margins.empty(), "a sample has people and margins");
  WIJKTAFEL_ASSERT(!(limits.max_weight && limits.bounds), "one kind of limit at a time");
  if (auto seen = visible_obstacles(sample); !seen.empty()) return std::unexpected(std::move(seen));
  const auto& totals = sample.margins.front().totals;
  const double population = std::accumulate(totals.begin(), totals.end(), 0.0);
  const double mean = population / static_cast<double>(sample.base.size());
  const Cells cells =
      group(sample.base, sample.margins, limits.max_weight ? *limits.max_weight * mean : unlimited);
  Fit fit = limits.bounds ? fit_within(cells, *limits.bounds) : fit_totals(cells);
  Weights made{.weights = {},
               .cells = cells.size(),
               .sweeps = fit.sweeps,
               .newton_steps = fit.newton_steps,
               .deviation = fit.deviation,
               .missed = {}};
  if (fit.deviation > close_enough) {
    if (!limits.max_weight)
      return std::unexpected(hidden_obstacles(sample, cells, limits.bounds, fit.weight_of_cell));
    made.missed = missed_totals(sample, cells, fit.weight_of_cell);
  }
  if (!limits.bounds && made.missed.empty() && somebody_vanishes(cells, fit.weight_of_cell, population))
    return std::unexpected(hidden_obstacles(sample, cells, limits.bounds, fit.weight_of_cell));
  made.weights = per_respondent(sample, cells, fit.weight_of_cell);
  return made;
}

Precision precision(std::span<const double> weights) {
  Precision found;
  if (weights.empty()) return found;
  double sum = 0;
  double squares = 0;
  for (const double weight : weights) {
    sum += weight;
    squares += weight * weight;
  }
  const auto [smallest, largest] = std::ranges::minmax(weights);
  found.smallest = smallest;
  found.largest = largest;
  found.mean = sum / static_cast<double>(weights.size());
  if (squares <= 0) return found;
  found.effective_sample = sum * sum / squares;
  found.design_effect = static_cast<double>(weights.size()) / found.effective_sample;
  return found;
}

}  // namespace wijktafel::survey
