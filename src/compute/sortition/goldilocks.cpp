#include "compute/sortition/goldilocks.hpp"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

#include "compute/sortition/covering.hpp"
#include "compute/sortition/leximin_peel.hpp"
#include "compute/sortition/pricing.hpp"

namespace wijktafel::sortition {
namespace {

constexpr double kGap = 1e-8;         // of the value, which is 2 or a little more
constexpr double kNewTangent = 1e-9;  // as relative distance between two smallest chances
constexpr double kUnlimited = 1e30;

// Columns: smallest chance, largest chance, an amount not below 1/smallest, then a chance for each panel.
// Rows: the chances of panels sum to 1; for each type  expected >= people x smallest  and
// expected <= people x largest; then the tangents of 1/smallest.
class GoldilocksMaster {
 public:
  GoldilocksMaster(const Types& types, std::vector<TypeIndex> held, std::int64_t size)
      : types_(&types), held_(std::move(held)) {
    for (const auto t : held_) people_ += people_of(t);
    mean_ = static_cast<double>(size) / people_;
    simplex_.setLogLevel(0);
    simplex_.setPerturbation(100);
    simplex_.setPrimalTolerance(1e-9);
    simplex_.setDualTolerance(1e-9);
    const auto rows = static_cast<int>(1 + 2 * held_.size());
    simplex_.resize(rows, 0);
    simplex_.setRowBounds(0, 1, 1);
    std::vector<int> lower, upper;
    std::vector<double> counts;
    for (std::size_t i = 0; i < held_.size(); ++i) {
      lower.push_back(static_cast<int>(1 + 2 * i));
      upper.push_back(static_cast<int>(2 + 2 * i));
      counts.push_back(-people_of(held_[i]));
      simplex_.setRowBounds(lower.back(), 0, kUnlimited);
      simplex_.setRowBounds(upper.back(), -kUnlimited, 0);
    }
    const auto types_held = static_cast<int>(held_.size());
    simplex_.addColumn(types_held, lower.data(), counts.data(), 0, 1, 0);
    simplex_.addColumn(types_held, upper.data(), counts.data(), 0, kUnlimited, 1 / mean_);
    simplex_.addColumn(0, nullptr, nullptr, 0, kUnlimited, mean_);
    add_tangent(mean_);
  }

  void add(const TypeCounts& panel) {
    std::vector<int> rows{0};
    std::vector<double> values{1};
    for (std::size_t i = 0; i < held_.size(); ++i) {
      if (panel[held_[i]] == 0) continue;
      rows.push_back(static_cast<int>(1 + 2 * i));
      rows.push_back(static_cast<int>(2 + 2 * i));
      values.insert(values.end(), 2, static_cast<double>(panel[held_[i]]));
    }
    simplex_.addColumn(static_cast<int>(rows.size()), rows.data(), values.data(), 0, kUnlimited, 0);
  }

  // In place of panels: the expected counts of the types, which meet the rows.
  void relax() {
    simplex_.setRowBounds(0, -kUnlimited, kUnlimited);
    const int first = simplex_.numberRows();
    std::vector<std::vector<int>> rows(types_->size());
    for (std::size_t i = 0; i < types_->rows.size(); ++i) {
      const auto& row = types_->rows[i];
      simplex_.addRow(0, nullptr, nullptr, static_cast<double>(row.minimum),
                      static_cast<double>(row.maximum));
      for (const auto t : row.types) rows[t].push_back(first + static_cast<int>(i));
    }
    for (std::size_t i = 0; i < held_.size(); ++i) {
      auto& in = rows[held_[i]];
      in.push_back(static_cast<int>(1 + 2 * i));
      in.push_back(static_cast<int>(2 + 2 * i));
      const std::vector<double> ones(in.size(), 1.0);
      simplex_.addColumn(static_cast<int>(in.size()), in.data(), ones.data(), 0,
                         static_cast<double>(types_->types[held_[i]].most), 0);
    }
  }
  // Per type, after relax().
  std::vector<double> chances() const {
    std::vector<double> chances(types_->size());
    for (std::size_t i = 0; i < held_.size(); ++i)
      chances[held_[i]] = std::max(0.0, simplex_.primalColumnSolution()[3 + i]) / people_of(held_[i]);
    return chances;
  }

  // Solves, with tangents added until one stands at the smallest chance that is found.
  bool solve(const std::function<bool()>& go_on) {
    while (go_on()) {
      simplex_.primal();
      if (simplex_.status() != 0) simplex_.dual();
      if (simplex_.status() != 0) return false;
      // At 0 the tangent would be upright: then halfway to the lowest one there is.
      const double smallest = std::max(simplex_.primalColumnSolution()[0], lowest_tangent_ / 2);
      const auto is_near = [&](double tangent) {
        return std::abs(tangent - smallest) <= kNewTangent * smallest;
      };
      if (std::ranges::any_of(tangents_, is_near)) return true;
      add_tangent(smallest);
    }
    return false;
  }

  double value() const { return simplex_.objectiveValue(); }
  // What a member of each type is worth to a panel that is not there yet.
  std::vector<double> prices() const {
    std::vector<double> prices(types_->size());
    const double* duals = simplex_.dualRowSolution();
    for (std::size_t i = 0; i < held_.size(); ++i) prices[held_[i]] = duals[1 + 2 * i] + duals[2 + 2 * i];
    return prices;
  }
  // What the panels that are there are worth at most, and those with a chance exactly.
  double worth() const { return -simplex_.dualRowSolution()[0]; }

  std::vector<double> weights() const {
    const double* values = simplex_.primalColumnSolution();
    std::vector<double> weights(values + 3, values + simplex_.numberColumns());
    double sum = 0;
    for (double& weight : weights) sum += weight = std::max(weight, 0.0);
    for (double& weight : weights) weight /= sum;
    return weights;
  }

 private:
  double people_of(TypeIndex t) const { return static_cast<double>(types_->types[t].people.size()); }

  // 1/x >= 2/a - x/a^2, with equality at a.
  void add_tangent(double at) {
    const std::array columns{0, 2};
    const std::array values{1 / at, at};  // the row is multiplied by a, for numbers of one size
    simplex_.addRow(2, columns.data(), values.data(), 2, kUnlimited);
    tangents_.push_back(at);
    lowest_tangent_ = std::min(lowest_tangent_, at);
  }

  const Types* types_;
  std::vector<TypeIndex> held_;
  double people_ = 0;
  double mean_ = 0;
  ClpSimplex simplex_;
  std::vector<double> tangents_;
  double lowest_tangent_ = 1;
};

double reached(const Types& types, const std::vector<TypePanel>& panels) {
  std::vector<double> people;
  people.reserve(types.size());
  for (const auto& type : types.types) people.push_back(static_cast<double>(type.people.size()));
  return goldilocks_value(chances_of_types(types, panels), people);
}

// Panels with the chances of the best of the linear relaxation, which no panels can better. Nothing where
// there are no such panels.
std::optional<TypePlan> plan_of_relaxation(const Types& types, const std::vector<TypeIndex>& held,
                                           const std::function<bool()>& go_on) {
  GoldilocksMaster master(types, held, types.rows.front().maximum);
  master.relax();
  if (!master.solve(go_on)) return std::nullopt;
  const auto peeled = peel(types, master.chances(), go_on);
  if (peeled.panels.empty() || peeled.left > kNewTangent) return std::nullopt;
  TypePlan plan{.panels = peeled.panels, .stages = 1, .certificate = {}};
  for (auto& panel : plan.panels) panel.chance /= 1 - peeled.left;
  const double value = reached(types, plan.panels), bound = std::max(2.0, master.value());
  if (value - bound > kGap) return std::nullopt;
  plan.certificate = {.dual_bound = bound, .gap = value - bound, .is_exact = false};
  return plan;
}

}  // namespace

double goldilocks_value(std::span<const double> chances, std::span<const double> people) {
  double smallest = 1, largest = 0, size = 0, everybody = 0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    if (chances[i] <= 0) continue;
    smallest = std::min(smallest, chances[i]);
    largest = std::max(largest, chances[i]);
    size += chances[i] * people[i];
    everybody += people[i];
  }
  return everybody / size * largest + size / everybody / smallest;
}

TypePlan goldilocks_plan(const Types& types, const std::function<bool(const PlanOptions::Step&)>& go_on) {
  TypePlan plan;
  Pricing pricing(types);
  bool is_stopped = false;
  PlanOptions::Step now{.stage = 1, .bound = 2};
  const auto goes_on = [&] {
    is_stopped = is_stopped || (go_on && !go_on(now));
    return !is_stopped;
  };
  auto panels = covering_panels(types, pricing, goes_on);
  if (panels.empty()) {
    plan.status = is_stopped ? PlanStatus::stopped : PlanStatus::infeasible;
    return plan;
  }
  const auto held = types_in(panels, types.size());
  if (const auto relaxed = plan_of_relaxation(types, held, goes_on)) return *relaxed;
  plan.panels = equally_likely(panels);
  double bound = 2;  // the mean lies between the smallest and the largest
  plan.certificate = {.dual_bound = bound, .gap = reached(types, plan.panels) - bound, .is_exact = false};
  GoldilocksMaster master(types, held, types.rows.front().maximum);
  for (const auto& panel : panels) master.add(panel);
  std::set<TypeCounts> known(panels.begin(), panels.end());
  while (master.solve(goes_on)) {
    ++plan.stages;
    plan.panels.clear();
    const auto weights = master.weights();
    for (std::size_t i = 0; i < panels.size(); ++i)
      if (weights[i] > 0) plan.panels.push_back({.counts = panels[i], .chance = weights[i]});
    const double value = reached(types, plan.panels);
    now = {.stage = plan.stages, .panels = panels.size(), .reached = value, .bound = bound};
    const auto priced = price(pricing, master.prices(), master.worth() + kGap / 4, goes_on);
    // The chances of panels sum to 1, so the value falls by no more than one panel can save.
    bound = std::max(bound, master.value() - std::max(0.0, priced.bound - master.worth()));
    plan.certificate = {.dual_bound = bound, .gap = value - bound, .is_exact = false};
    if (plan.certificate.gap <= kGap) return plan;
    if (!goes_on() || priced.counts.empty() || !known.insert(priced.counts).second) break;
    master.add(priced.counts);
    panels.push_back(priced.counts);
  }
  if (is_stopped) plan.status = PlanStatus::stopped;
  return plan;
}

}  // namespace wijktafel::sortition
