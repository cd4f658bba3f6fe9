#include "compute/survey/obstacles.hpp"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace wijktafel::survey {
namespace {

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

std::vector<bool> levels_with_respondents(const CodedMargin& margin) {
  std::vector<bool> found(margin.totals.size(), false);
  for (const auto level : margin.level_of) found[level] = true;
  return found;
}

// The nearest level, before or after (the next one first), that has respondents and a total.
std::optional<std::size_t> neighbour(const CodedMargin& margin, std::size_t level) {
  const auto found = levels_with_respondents(margin);
  const auto fits = [&](std::size_t other) { return found[other] && margin.totals[other] > 0; };
  for (std::size_t distance = 1; distance < found.size(); ++distance) {
    if (level + distance < found.size() && fits(level + distance)) return level + distance;
    if (level >= distance && fits(level - distance)) return level - distance;
  }
  return std::nullopt;
}

// Weights of cells, and per column how much it has too little and too much.
class LeastMissed {
 public:
  LeastMissed(const Cells& cells, const std::optional<Bounds>& bounds) : cells_(cells) {
    program_.setLogLevel(0);
    const auto columns = cells.totals.size();
    program_.resize(static_cast<int>(columns), 0);
    for (std::size_t column = 0; column < columns; ++column)
      program_.setRowBounds(static_cast<int>(column), 1, 1);  // parts of the total: a cell then adds 1/total
    add_cells(bounds);
    for (std::size_t column = 0; column < columns; ++column) add_slack(static_cast<int>(column), 1);
    for (std::size_t column = 0; column < columns; ++column) add_slack(static_cast<int>(column), -1);
    program_.primal();
  }

  double sum_of_column(std::size_t column) const {
    const auto at = static_cast<std::ptrdiff_t>(cells_.size() + column);
    const double* solution = program_.getColSolution();
    const double part = 1 - solution[at] + solution[at + static_cast<std::ptrdiff_t>(cells_.totals.size())];
    return part * cells_.totals[column];
  }
  bool is_solved() const { return program_.status() == 0; }

 private:
  void add_cells(const std::optional<Bounds>& bounds) {
    const auto last = cells_.margins > 1 ? cells_.first_column[1] : cells_.totals.size();
    const double population = std::accumulate(cells_.totals.begin(),
                                              cells_.totals.begin() + static_cast<std::ptrdiff_t>(last), 0.0);
    const double scale = population / sum_of(cells_.base);
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      std::vector<int> rows;
      std::vector<double> parts;
      for (const auto column : cells_.columns_of(cell)) {
        rows.push_back(static_cast<int>(column));
        parts.push_back(1 / cells_.totals[column]);
      }
      const double base = cells_.base[cell] * scale;
      program_.addColumn(static_cast<int>(rows.size()), rows.data(), parts.data(),
                         bounds ? bounds->lowest * base : 0, bounds ? bounds->highest * base : COIN_DBL_MAX,
                         0);
    }
  }
  void add_slack(int row, double sign) { program_.addColumn(1, &row, &sign, 0, COIN_DBL_MAX, 1); }

  const Cells& cells_;
  ClpSimplex program_;
};

LevelOfMargin where(const Cells& cells, std::size_t column) {
  std::size_t margin = cells.margins - 1;
  while (cells.first_column[margin] > column) --margin;
  return {margin, column - cells.first_column[margin]};
}

// All totals can be met, but somebody must weigh nothing: of the cell that vanished furthest, the two levels
// that are the largest part missing are not known; its two smallest totals are what people can merge.
WeightsVanish vanishing(const Sample& sample, const Cells& cells, std::span<const double> reached) {
  std::size_t least = 0;
  for (std::size_t cell = 1; cell < cells.size(); ++cell)
    if (reached[cell] / cells.base[cell] < reached[least] / cells.base[least]) least = cell;
  std::vector<std::uint32_t> columns(cells.columns_of(least).begin(), cells.columns_of(least).end());
  std::ranges::stable_sort(columns, {}, [&](std::uint32_t column) { return cells.totals[column]; });
  const auto first = where(cells, columns.front());
  const auto second = where(cells, columns[columns.size() > 1 ? 1 : 0]);
  return {first, second, neighbour(sample.margins[first.margin], first.level)};
}

}  // namespace

std::vector<Obstacle> visible_obstacles(const Sample& sample) {
  std::vector<Obstacle> obstacles;
  for (std::size_t m = 0; m < sample.margins.size(); ++m) {
    const auto& margin = sample.margins[m];
    const auto found = levels_with_respondents(margin);
    for (std::size_t level = 0; level < found.size(); ++level) {
      if (!found[level] && margin.totals[level] > 0)
        obstacles.emplace_back(EmptyLevel{{m, level}, neighbour(margin, level)});
      if (found[level] && margin.totals[level] <= 0)
        obstacles.emplace_back(LevelNotInPopulation{{m, level}, neighbour(margin, level)});
    }
    const double first = sum_of(sample.margins.front().totals);
    const double sum = sum_of(margin.totals);
    if (std::abs(sum - first) > close_enough * std::max(first, sum))
      obstacles.emplace_back(TotalsDisagree{0, m, first, sum});
  }
  return obstacles;
}

std::vector<Obstacle> hidden_obstacles(const Sample& sample, const Cells& cells,
                                       const std::optional<Bounds>& bounds, std::span<const double> reached) {
  std::vector<Obstacle> obstacles;
  const LeastMissed program(cells, bounds);
  for (std::size_t column = 0; program.is_solved() && column < cells.totals.size(); ++column) {
    const double total = cells.totals[column];
    const double nearest = program.sum_of_column(column);
    if (total <= 0 || std::abs(nearest - total) <= 1e-7 * total) continue;
    const auto level = where(cells, column);
    obstacles.emplace_back(
        CannotBeMet{level, total, nearest, neighbour(sample.margins[level.margin], level.level)});
  }
  if (obstacles.empty()) obstacles.emplace_back(vanishing(sample, cells, reached));
  return obstacles;
}

}  // namespace wijktafel::survey
