// The best mix of the panels that are known so far, for Nash: the chances whose product is largest. In types:
// maximise sum over types of share[t] log expected[t], expected = panels x weights, weights >= 0 with sum 1,
// where share[t] is the part of all people who are of type t. Its dual is a problem of one price per type,
//   minimise -sum of share[t] log price[t]  with  price . panel <= 1 for every panel,
// solved together with it by a primal-dual interior point method (Boyd and Vandenberghe, Convex Optimization,
// section 11.7). The prices it gives lie well inside, which finds better new panels than prices in a corner.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "compute/sortition/types.hpp"

namespace wijktafel::sortition {

// Not thread-safe.
class NashMaster {
 public:
  // `shares` are above 0 and have the sum 1.
  explicit NashMaster(std::vector<double> shares);

  // Every type must be in one of the panels before solve().
  void add(const TypeCounts& panel);

  // Newton steps until the gap between both problems, over all panels added, is below `gap`. Gives false
  // when rounding or `go_on`, asked at every step, stops it before.
  bool solve(double gap, const std::function<bool()>& go_on);

  std::span<const double> prices() const { return prices_; }
  std::span<const double> expected() const { return expected_; }
  std::span<const double> weights() const { return weights_; }  // sum about 1: 1 + gap

 private:
  using Sparse = std::vector<std::pair<TypeIndex, double>>;
  struct Direction {
    std::vector<double> prices, expected, weights, slacks;
  };

  double priced(const Sparse& panel, std::span<const double> prices) const;
  double complementarity() const;
  double residual() const;
  void begin();
  Direction direction(double target) const;
  double longest_step(const Direction& direction) const;
  void move(const Direction& direction, double step);

  std::vector<double> shares_;
  std::vector<Sparse> panels_;
  std::vector<double> prices_, expected_;  // per type; price x expected = share at the end
  std::vector<double> weights_, slacks_;   // per panel; weight x slack = 0 at the end
};

}  // namespace wijktafel::sortition
