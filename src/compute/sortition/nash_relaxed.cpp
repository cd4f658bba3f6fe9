#include "compute/sortition/nash_relaxed.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

namespace wijktafel::sortition {
namespace {

using Vector = Eigen::ArrayXd;

constexpr int kMostSteps = 200;
constexpr double kShrink = 0.2;      // of what is left of complementarity, in every step
constexpr double kToTheWall = 0.98;  // of the way to a zero
constexpr double kEnd = 1e-15;       // complementarity of a bound; prices times counts sum to 1
constexpr double kSmall = 1e-10;     // how far a row, or the price of a type, may be off at the end
constexpr double kEqualRow = 1e-10;  // so that rows that say the same twice do no harm
constexpr double kFirst = 0.01;      // every multiplier

// Counts x, prices w, and per row a sum s between two bounds. At the end, with multipliers k of the caps, p
// of the lower and q of the upper bounds of rows (their difference l is free where the bounds are equal):
//   x w = share,   w = A' l + k,   A x = s,   k (most - x) = p (s - low) = q (high - s) = 0.
struct State {
  Vector x, w, s, k, p, q, l;
};

struct Programme {
  std::vector<TypeIndex> held;
  Eigen::MatrixXd rows;  // a row for each row of Types, a column for each type held
  Vector share, most, low, high;

  bool is_equal(Eigen::Index i) const { return low[i] == high[i]; }
  State first() const;
  State direction(const State& at, double target) const;
  double longest_step(const State& at, const State& by) const;
  double complementarity(const State& at) const;
  double residual(const State& at) const;
};

Programme programme_of(const Types& types, std::span<const double> shares) {
  Programme programme;
  for (TypeIndex t = 0; t < types.size(); ++t)
    if (shares[t] > 0) programme.held.push_back(t);
  const auto size = static_cast<Eigen::Index>(programme.held.size());
  const auto rows = static_cast<Eigen::Index>(types.rows.size());
  programme.share.resize(size);
  programme.most.resize(size);
  std::vector<Eigen::Index> place(types.size(), -1);
  for (Eigen::Index j = 0; j < size; ++j) {
    const auto t = programme.held[static_cast<std::size_t>(j)];
    place[t] = j;
    programme.share[j] = shares[t];
    programme.most[j] = static_cast<double>(types.types[t].most);
  }
  programme.rows = Eigen::MatrixXd::Zero(rows, size);
  programme.low.resize(rows);
  programme.high.resize(rows);
  for (Eigen::Index i = 0; i < rows; ++i) {
    const auto& row = types.rows[static_cast<std::size_t>(i)];
    for (const auto t : row.types)
      if (place[t] >= 0) programme.rows(i, place[t]) = 1;
    programme.low[i] = static_cast<double>(row.minimum);
    programme.high[i] = static_cast<double>(row.maximum);
  }
  return programme;
}

State Programme::first() const {
  State at;
  at.x = (share * low[0]).min(0.5 * most);  // the first row is the size of the panel
  at.w = share / at.x;
  at.s = 0.5 * (low + high);
  at.k = Vector::Constant(most.size(), kFirst);
  at.p = at.q = Vector::Constant(low.size(), kFirst);
  at.l = Vector::Zero(low.size());
  return at;
}

// Newton, with everything but the multipliers of the rows eliminated.
State Programme::direction(const State& at, double target) const {
  const Vector room = most - at.x, below = at.s - low, above = high - at.s;
  const Vector off = (rows.transpose() * at.l.matrix()).array() + at.k - at.w;
  const Vector slope = at.k / room + at.w / at.x;
  const Vector right = -off - (target / room - at.k) + (share / at.x - at.w);
  const Vector missing = at.s - (rows * at.x.matrix()).array();
  Eigen::MatrixXd matrix = rows * (1 / slope).matrix().asDiagonal() * rows.transpose();
  Eigen::VectorXd sums = rows * (right / slope).matrix() - missing.matrix();
  Vector constant = Vector::Zero(low.size()), stiff = Vector::Zero(low.size());
  for (Eigen::Index i = 0; i < low.size(); ++i) {
    if (is_equal(i)) {
      matrix(i, i) += kEqualRow;
      continue;
    }
    constant[i] = (target / above[i] - at.q[i]) - (target / below[i] - at.p[i]);
    stiff[i] = at.q[i] / above[i] + at.p[i] / below[i];
    matrix(i, i) += 1 / stiff[i];
    sums[i] += constant[i] / stiff[i];
  }
  State by;
  by.l = matrix.ldlt().solve(sums).array();
  by.x = (right - (rows.transpose() * by.l.matrix()).array()) / slope;
  by.w = share / at.x - at.w - at.w * by.x / at.x;
  by.k = target / room - at.k + at.k * by.x / room;
  by.s = by.p = by.q = Vector::Zero(low.size());
  for (Eigen::Index i = 0; i < low.size(); ++i) {
    if (is_equal(i)) continue;
    by.s[i] = (by.l[i] - constant[i]) / stiff[i];
    by.q[i] = target / above[i] - at.q[i] + at.q[i] * by.s[i] / above[i];
    by.p[i] = target / below[i] - at.p[i] - at.p[i] * by.s[i] / below[i];
  }
  return by;
}

double Programme::longest_step(const State& at, const State& by) const {
  double step = 1;
  const auto keep = [&](const Vector& values, const Vector& changes) {
    for (Eigen::Index i = 0; i < values.size(); ++i)
      if (changes[i] < 0) step = std::min(step, -kToTheWall * values[i] / changes[i]);
  };
  keep(at.x, by.x);
  keep(at.w, by.w);
  keep(at.k, by.k);
  keep(most - at.x, -by.x);
  keep(at.p, by.p);
  keep(at.q, by.q);
  keep(at.s - low, by.s);
  keep(high - at.s, -by.s);
  return step;
}

// On average over the bounds.
double Programme::complementarity(const State& at) const {
  const double sum =
      (at.k * (most - at.x)).sum() + (at.p * (at.s - low)).sum() + (at.q * (high - at.s)).sum();
  return sum / static_cast<double>(most.size() + 2 * low.size());
}

double Programme::residual(const State& at) const {
  const Vector off = (rows.transpose() * at.l.matrix()).array() + at.k - at.w;
  const Vector missing = at.s - (rows * at.x.matrix()).array();
  return std::max({(off / at.w).abs().maxCoeff(), missing.abs().maxCoeff(),
                   ((at.x * at.w - share) / share).abs().maxCoeff()});
}

}  // namespace

std::optional<std::vector<double>> nash_relaxed(const Types& types, std::span<const double> shares) {
  const auto programme = programme_of(types, shares);
  if (programme.held.empty()) return std::nullopt;
  auto at = programme.first();
  for (int step = 0; step < kMostSteps; ++step) {
    const double now = programme.complementarity(at);
    if (now <= kEnd && programme.residual(at) <= kSmall) {
      std::vector<double> counts(types.size());
      for (std::size_t j = 0; j < programme.held.size(); ++j)
        counts[programme.held[j]] = at.x[static_cast<Eigen::Index>(j)];
      return counts;
    }
    const auto by = programme.direction(at, std::max(kShrink * now, 0.5 * kEnd));
    const double length = programme.longest_step(at, by);
    if (!std::isfinite(length) || length < 1e-10) return std::nullopt;
    at.x += length * by.x;
    at.w += length * by.w;
    at.s += length * by.s;
    at.k += length * by.k;
    at.p += length * by.p;
    at.q += length * by.q;
    at.l += length * by.l;
  }
  return std::nullopt;
}

}  // namespace wijktafel::sortition
