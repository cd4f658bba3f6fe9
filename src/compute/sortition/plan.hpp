// A fair draw: which panels, each with which chance. Every method gives the same Plan, so that lotteries,
// reports and files know no method.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

enum class Method { leximin, maximin, nash, goldilocks, stratified };

// What the plan proves of itself. `dual_bound`: no distribution gives everybody a chance above this; `gap`:
// bound minus what was reached, the largest over the stages; `is_exact`: checked in rationals, not in
// floating point. For Nash the bound is of the geometric mean of chances (nash.hpp), for Goldilocks of the
// value that it minimises, from below, and the gap is what was reached minus the bound (goldilocks.hpp).
struct Certificate {
  double dual_bound = 0;
  double gap = 0;
  bool is_exact = false;
};

struct WeightedPanel {
  Panel panel;
  double chance = 0;
};

enum class PlanStatus {
  optimal,
  stopped,     // out of time or stopped by hand: the best so far, and not proved optimal
  infeasible,  // no panel meets the quotas
};

struct Plan {
  PlanStatus status = PlanStatus::optimal;
  Method method = Method::leximin;
  // Per person, the same for people whom the rules cannot tell apart; sum = panel size. All 0 where there are
  // no panels: infeasible, or stopped before the first panel was found.
  std::vector<double> chances;
  std::vector<WeightedPanel> panels;  // chances above 0, sum 1; every panel meets the quotas
  std::size_t types = 0;              // different kinds of people
  std::size_t stages = 0;             // times a group of chances was fixed
  Certificate certificate;
};

struct PlanOptions {
  Method method = Method::leximin;
  // Called between steps; gives false to stop: the best so far comes back with PlanStatus::stopped.
  struct Step {
    std::size_t stage = 0;
    std::size_t panels = 0;
    double reached = 0;  // smallest chance not fixed yet
    double bound = 1;
  };
  std::function<bool(const Step&)> go_on;
};

// Deterministic: the same pool and options give the same plan on every machine that computes in IEEE doubles
// with the same Clp (unless go_on stops it). Chances of panels are whole units of 2^-44, so that their sums
// are exact.
Plan make_plan(const Pool& pool, const PlanOptions& options);

}  // namespace wijktafel::sortition
