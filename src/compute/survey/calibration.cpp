#include "compute/survey/calibration.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace wijktafel::survey {
namespace {

constexpr double good = 1e-13;  // what rounding leaves of a total
constexpr std::size_t quick_sweeps = 60;
constexpr std::size_t most_work = 400'000'000;  // cells times margins: some seconds
constexpr std::size_t most_sweeps = 20'000;
constexpr std::size_t most_newton_steps = 60;
constexpr std::size_t most_newton_columns = 600;  // beyond, its matrix costs more than sweeps
constexpr double largest = 1e200, smallest = 1e-200;

// Sweeps over the margins. `free_` is what a cell would weigh without a most.
class Sweeps {
 public:
  explicit Sweeps(const Cells& cells) : cells_(cells), free_(cells.base) {
    // To the right size first: factors then say something about shape, and stay far from overflow.
    double sum = 0, population = 0;
    for (const double base : free_) sum += base;
    for (std::size_t c = 0; c < (cells.margins > 1 ? cells.first_column[1] : cells.totals.size()); ++c)
      population += cells.totals[c];
    for (double& weight : free_) weight *= population / sum;
    limited_ = std::ranges::any_of(cells.most, [](double most) { return std::isfinite(most); });
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
      for (const auto column : cells.columns_of(cell))
        room_for(column).push_back(static_cast<std::uint32_t>(cell));
  }

  // One sweep; the largest change of a sum that it had to make, as a part of the total.
  double sweep() {
    double worst = 0;
    for (std::size_t column = 0; column < cells_.totals.size(); ++column) {
      const double factor = factor_of(column);
      worst = std::max(worst, std::abs(factor - 1));
      for (const auto cell : cells_in_[column])
        free_[cell] = std::clamp(free_[cell] * factor, smallest, largest);
    }
    return worst;
  }

  std::vector<double> weights() const {
    auto weights = free_;
    for (std::size_t cell = 0; cell < weights.size(); ++cell)
      weights[cell] = std::min(weights[cell], cells_.most[cell]);
    return weights;
  }
  bool is_limited() const { return limited_; }

 private:
  std::vector<std::uint32_t>& room_for(std::size_t column) {
    if (cells_in_.empty()) cells_in_.resize(cells_.totals.size());
    return cells_in_[column];
  }

  // The factor with which this column, trimmed, adds up to its total. Trimming can only ask for a larger
  // factor, so that each round trims more cells or ends (rounding may ask for a smaller one: that ends it
  // too).
  double factor_of(std::size_t column) const {
    double factor = 0;
    std::size_t trimmed_before = 0;
    for (bool is_first = true;; is_first = false) {
      double at_most = 0, below = 0;
      std::size_t trimmed = 0;
      for (const auto cell : cells_in_[column]) {
        const bool is_trimmed = limited_ && free_[cell] * factor >= cells_.most[cell];
        trimmed += is_trimmed ? 1 : 0;
        (is_trimmed ? at_most : below) += is_trimmed ? cells_.most[cell] : free_[cell];
      }
      if ((!is_first && trimmed <= trimmed_before) || below <= 0) break;
      trimmed_before = trimmed;
      if (at_most >= cells_.totals[column]) break;
      factor = (cells_.totals[column] - at_most) / below;
      if (!limited_) break;
    }
    return factor > 0 ? factor : 1;
  }

  const Cells& cells_;
  std::vector<double> free_;
  std::vector<std::vector<std::uint32_t>> cells_in_;
  bool limited_ = false;
};

// How a weight follows from u, the sum of the multipliers of its columns, and its slope.
struct Response {
  double weight = 0;
  double slope = 0;
};
using ResponseOf = std::function<Response(std::size_t cell, double u)>;

class Newton {
 public:
  Newton(const Cells& cells, ResponseOf response)
      : cells_(cells),
        response_(std::move(response)),
        multipliers_(Eigen::VectorXd::Zero(static_cast<Eigen::Index>(cells.totals.size()))) {
    now_ = at(multipliers_);
  }

  void run(std::size_t most_steps) {
    for (steps_ = 0; steps_ < most_steps && now_.deviation > good; ++steps_)
      if (!step()) return;
  }

  const std::vector<double>& weights() const { return now_.weights; }
  double deviation() const { return now_.deviation; }
  std::size_t steps() const { return steps_; }

 private:
  struct State {
    std::vector<double> weights, slopes;
    Eigen::VectorXd off;  // sum minus total per column
    double merit = 0;     // squares of off as a part of the total
    double deviation = 0;
  };

  State at(const Eigen::VectorXd& multipliers) const {
    State state;
    state.off = -Eigen::Map<const Eigen::VectorXd>(cells_.totals.data(), multipliers.size());
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      double u = 0;
      for (const auto column : cells_.columns_of(cell)) u += multipliers[column];
      const auto [weight, slope] = response_(cell, u);
      state.weights.push_back(weight);
      state.slopes.push_back(slope);
      for (const auto column : cells_.columns_of(cell)) state.off[column] += weight;
    }
    for (Eigen::Index column = 0; column < state.off.size(); ++column) {
      const double total = cells_.totals[static_cast<std::size_t>(column)];
      const double part = total > 0 ? std::abs(state.off[column]) / total : std::abs(state.off[column]);
      state.merit += part * part;
      state.deviation = std::max(state.deviation, part);
    }
    return state;
  }

  // Columns of a margin add up to the same as those of another: the matrix has no inverse, but the shortest
  // of all solutions does.
  bool step() {
    const auto columns = now_.off.size();
    Eigen::MatrixXd slopes = Eigen::MatrixXd::Zero(columns, columns);
    for (std::size_t cell = 0; cell < cells_.size(); ++cell)
      for (const auto a : cells_.columns_of(cell))
        for (const auto b : cells_.columns_of(cell)) slopes(a, b) += now_.slopes[cell];
    const Eigen::VectorXd scale = slopes.diagonal().cwiseMax(1e-300).cwiseSqrt().cwiseInverse();
    const Eigen::MatrixXd scaled = scale.asDiagonal() * slopes * scale.asDiagonal();
    if (!scaled.allFinite()) return false;
    Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> solver;
    solver.setThreshold(1e-12);
    solver.compute(scaled);
    const Eigen::VectorXd direction = scale.asDiagonal() * solver.solve(scale.asDiagonal() * (-now_.off));
    if (!direction.allFinite()) return false;
    double length = 1;
    for (int halving = 0; halving < 40; ++halving, length /= 2) {
      const Eigen::VectorXd next = multipliers_ + length * direction;
      auto there = at(next);
      if (!(there.merit < now_.merit)) continue;
      multipliers_ = next;
      now_ = std::move(there);
      return true;
    }
    return false;
  }

  const Cells& cells_;
  ResponseOf response_;
  Eigen::VectorXd multipliers_;
  State now_;
  std::size_t steps_ = 0;
};

// From where sweeps stopped; kept when it is better.
void polish(const Cells& cells, Fit& fit) {
  if (cells.totals.size() > most_newton_columns) return;
  Newton newton(cells, [start = fit.weight_of_cell](std::size_t cell, double u) {
    const double weight = start[cell] * std::exp(std::clamp(u, -400.0, 400.0));
    return Response{weight, weight};
  });
  newton.run(most_newton_steps);
  fit.newton_steps = newton.steps();
  if (newton.deviation() >= fit.deviation) return;
  fit.weight_of_cell = newton.weights();
  fit.deviation = newton.deviation();
}

std::size_t sweeps_allowed(const Cells& cells) {
  return std::clamp(most_work / (cells.size() * cells.margins), quick_sweeps, most_sweeps);
}

}  // namespace

Fit fit_totals(const Cells& cells) {
  Sweeps sweeps(cells);
  Fit fit;
  const auto sweep_until = [&](std::size_t most) {
    double before = 1;
    while (fit.sweeps < most && sweeps.sweep() > good) {
      ++fit.sweeps;
      if (!sweeps.is_limited() || fit.sweeps % 200 != 0) continue;
      // Trimmed totals that cannot be met come to rest at what they miss.
      const double now = worst_deviation(cells, sweeps.weights());
      if (now <= 10 * good || now > before * 0.999) break;
      before = now;
    }
    fit.weight_of_cell = sweeps.weights();
    fit.deviation = worst_deviation(cells, fit.weight_of_cell);
  };
  sweep_until(sweeps.is_limited() ? sweeps_allowed(cells) : quick_sweeps);
  if (fit.deviation <= 10 * good || sweeps.is_limited()) return fit;
  polish(cells, fit);
  if (fit.deviation <= close_enough) return fit;
  sweep_until(sweeps_allowed(cells));
  if (fit.deviation > 10 * good) polish(cells, fit);
  return fit;
}

Fit fit_within(const Cells& cells, const Bounds& bounds) {
  double base = 0, population = 0;
  for (const double weight : cells.base) base += weight;
  for (std::size_t c = 0; c < (cells.margins > 1 ? cells.first_column[1] : cells.totals.size()); ++c)
    population += cells.totals[c];
  const double to_population = population / base;
  const auto [low, high] = bounds;
  const double steepness = (high - low) / ((1 - low) * (high - 1));
  Newton newton(cells, [&, to_population](std::size_t cell, double u) {
    const double e = std::exp(std::clamp(steepness * u, -600.0, 600.0));
    const double below = (high - 1) + (1 - low) * e;
    const double ratio = (low * (high - 1) + high * (1 - low) * e) / below;
    const double slope = (high - low) * (high - low) * e / (below * below);
    const double weight = cells.base[cell] * to_population;
    return Response{weight * ratio, weight * slope};
  });
  newton.run(4 * most_newton_steps);
  return {newton.weights(), 0, newton.steps(), newton.deviation()};
}

}  // namespace wijktafel::survey
