#include "compute/sortition/nash_master.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

namespace wijktafel::sortition {
namespace {

constexpr int kMostSteps = 80;
constexpr double kShrink = 0.2;      // of the gap, aimed at in every step
constexpr double kToTheWall = 0.98;  // of the way to a zero

}  // namespace

NashMaster::NashMaster(std::vector<double> shares) : shares_(std::move(shares)) {}

void NashMaster::add(const TypeCounts& panel) {
  Sparse sparse;
  for (std::size_t t = 0; t < panel.size(); ++t)
    if (panel[t] > 0) sparse.emplace_back(static_cast<TypeIndex>(t), static_cast<double>(panel[t]));
  if (!prices_.empty()) {
    const double weight = 0.1 / static_cast<double>(panels_.size() + 1);
    weights_.push_back(weight);
    slacks_.push_back(std::max(1 - priced(sparse, prices_), 1e-3));
    for (const auto& [type, count] : sparse) expected_[type] += weight * count;
  }
  panels_.push_back(std::move(sparse));
}

double NashMaster::priced(const Sparse& panel, std::span<const double> prices) const {
  double sum = 0;
  for (const auto& [type, count] : panel) sum += prices[type] * count;
  return sum;
}

void NashMaster::begin() {
  weights_.assign(panels_.size(), 1 / static_cast<double>(panels_.size()));
  expected_.assign(shares_.size(), 0);
  for (std::size_t i = 0; i < panels_.size(); ++i)
    for (const auto& [type, count] : panels_[i]) expected_[type] += weights_[i] * count;
  prices_.resize(shares_.size());
  for (std::size_t t = 0; t < shares_.size(); ++t) prices_[t] = shares_[t] / expected_[t];
  for (const auto& panel : panels_) slacks_.push_back(std::max(1 - priced(panel, prices_), 0.1));
}

double NashMaster::complementarity() const {
  double sum = 0;
  for (std::size_t i = 0; i < panels_.size(); ++i) sum += weights_[i] * slacks_[i];
  return sum;
}

// How far the equations are from being met, apart from weight x slack = 0.
double NashMaster::residual() const {
  double worst = 0;
  for (std::size_t t = 0; t < shares_.size(); ++t)
    worst = std::max(worst, std::abs(shares_[t] - prices_[t] * expected_[t]) / shares_[t]);
  for (std::size_t i = 0; i < panels_.size(); ++i)
    worst = std::max(worst, std::abs(1 - priced(panels_[i], prices_) - slacks_[i]));
  return worst;
}

// Newton on  price x expected = share,  price . panel + slack = 1,  weight x slack = target  and
// expected = panels x weights, with everything but the prices eliminated.
NashMaster::Direction NashMaster::direction(double target) const {
  const auto types = static_cast<Eigen::Index>(shares_.size());
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(types, types);
  Eigen::VectorXd right(types);
  for (Eigen::Index t = 0; t < types; ++t) {
    const auto at = static_cast<std::size_t>(t);
    matrix(t, t) = expected_[at] / prices_[at];
    right(t) = shares_[at] / prices_[at] - expected_[at];
  }
  Direction step;
  std::vector<double> constant, missing;
  for (std::size_t i = 0; i < panels_.size(); ++i) {
    missing.push_back(1 - priced(panels_[i], prices_) - slacks_[i]);
    constant.push_back((target - weights_[i] * (slacks_[i] + missing[i])) / slacks_[i]);
    const double slope = weights_[i] / slacks_[i];
    for (const auto& [a, count] : panels_[i]) {
      right(static_cast<Eigen::Index>(a)) -= count * constant[i];
      for (const auto& [b, other] : panels_[i]) {
        if (b > a) break;
        matrix(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) += slope * count * other;
      }
    }
  }
  const Eigen::VectorXd prices = matrix.selfadjointView<Eigen::Lower>().llt().solve(right);
  step.prices.assign(prices.begin(), prices.end());
  step.expected.assign(shares_.size(), 0);
  for (std::size_t i = 0; i < panels_.size(); ++i) {
    const double change = priced(panels_[i], step.prices);
    step.slacks.push_back(missing[i] - change);
    step.weights.push_back(constant[i] + weights_[i] / slacks_[i] * change);
    for (const auto& [type, count] : panels_[i]) step.expected[type] += step.weights[i] * count;
  }
  return step;
}

double NashMaster::longest_step(const Direction& direction) const {
  double step = 1;
  const auto keep = [&](std::span<const double> values, std::span<const double> changes) {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (changes[i] < 0) step = std::min(step, -kToTheWall * values[i] / changes[i]);
  };
  keep(prices_, direction.prices);
  keep(expected_, direction.expected);
  keep(weights_, direction.weights);
  keep(slacks_, direction.slacks);
  return step;
}

void NashMaster::move(const Direction& direction, double step) {
  const auto by = [&](std::vector<double>& values, std::span<const double> changes) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] += step * changes[i];
  };
  by(prices_, direction.prices);
  by(expected_, direction.expected);
  by(weights_, direction.weights);
  by(slacks_, direction.slacks);
}

bool NashMaster::solve(double gap, const std::function<bool()>& go_on) {
  if (prices_.empty()) begin();
  const auto panels = static_cast<double>(panels_.size());
  for (int i = 0; i < kMostSteps; ++i) {
    const double now = complementarity();
    if (now <= gap && residual() <= gap) return true;
    if (!go_on()) return false;
    const auto step = direction(std::max(kShrink * now, 0.3 * gap) / panels);
    const double length = longest_step(step);
    if (!std::isfinite(length) || length < 1e-12) return false;
    move(step, length);
  }
  return false;
}

}  // namespace wijktafel::sortition
