#include "compute/sortition/nash.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>

#include "compute/sortition/covering.hpp"
#include "compute/sortition/leximin_peel.hpp"
#include "compute/sortition/nash_master.hpp"
#include "compute/sortition/nash_relaxed.hpp"
#include "compute/sortition/pricing.hpp"

namespace wijktafel::sortition {
namespace {

// Of the logarithm of the geometric mean: the chances are then good to about the root of this.
constexpr double kGap = 1e-9;
constexpr double kFinestMaster = 1e-11;
// A panel with a smaller chance is left out: it is what the interior point has not yet brought to 0.
constexpr double kNothing = 1e-9;

class NashSearch {
 public:
  NashSearch(const Types& types, Pricing& pricing, const std::vector<TypeCounts>& start)
      : types_(&types), pricing_(&pricing) {
    held_ = types_in(start, types.size());
    for (const auto t : held_) people_ += static_cast<double>(types.types[t].people.size());
    for (const auto t : held_) shares_.push_back(static_cast<double>(types.types[t].people.size()) / people_);
    master_.emplace(shares_);
    for (const auto& panel : start) add(panel);
  }

  // One mix and one panel. Gives false when the proof is there, or when rounding allows no more.
  bool improve(const std::function<bool()>& go_on) {
    const bool is_sound = master_->solve(fineness_, go_on);
    std::vector<double> prices(types_->size());
    for (std::size_t i = 0; i < held_.size(); ++i) prices[held_[i]] = master_->prices()[i];
    const auto priced = price(*pricing_, prices, 1 + kGap / 4, go_on);
    lower_ = log_mean();
    upper_ = std::min(upper_, log_bound(priced.bound));
    if (upper_ - lower_ <= kGap) return false;
    const bool is_new = !priced.counts.empty() && add(priced.counts);
    const double next = std::clamp(0.1 * (priced.bound - 1), kFinestMaster, 0.5 * fineness_ + kFinestMaster);
    const bool is_finest = fineness_ <= 2 * kFinestMaster || !is_sound;
    fineness_ = is_new ? std::max(next, fineness_ * 0.1) : fineness_ * 0.1;
    return is_new || !is_finest;
  }

  TypePlan result() const {
    TypePlan plan;
    double sum = 0;
    for (const double weight : master_->weights())
      if (weight > kNothing) sum += weight;
    for (std::size_t i = 0; i < panels_.size(); ++i)
      if (master_->weights()[i] > kNothing)
        plan.panels.push_back({.counts = panels_[i], .chance = master_->weights()[i] / sum});
    double lower = 0;
    const auto chances = chances_of_types(*types_, plan.panels);
    for (std::size_t i = 0; i < held_.size(); ++i) lower += shares_[i] * std::log(chances[held_[i]]);
    plan.certificate.dual_bound = std::exp(upper_);
    plan.certificate.gap = std::exp(upper_) - std::exp(lower);
    return plan;
  }

  double lower() const { return lower_; }
  double upper() const { return upper_; }
  std::size_t panels() const { return panels_.size(); }

 private:
  bool add(const TypeCounts& panel) {
    if (!known_.insert(panel).second) return false;
    TypeCounts counts;
    counts.reserve(held_.size());
    for (const auto t : held_) counts.push_back(panel[t]);
    master_->add(counts);
    panels_.push_back(panel);
    return true;
  }

  double log_mean() const {
    double weights = 0, sum = 0;
    for (const double weight : master_->weights()) weights += weight;
    for (std::size_t i = 0; i < held_.size(); ++i)
      sum += shares_[i] * std::log(master_->expected()[i] / weights / (shares_[i] * people_));
    return sum;
  }

  double log_bound(double worth) const {
    double sum = std::log(worth / people_);
    for (std::size_t i = 0; i < held_.size(); ++i) sum -= shares_[i] * std::log(master_->prices()[i]);
    return sum;
  }

  const Types* types_;
  Pricing* pricing_;
  std::vector<TypeIndex> held_;  // types that can be in a panel
  double people_ = 0;            // of these types
  std::vector<double> shares_;
  std::optional<NashMaster> master_;
  std::vector<TypeCounts> panels_;
  std::set<TypeCounts> known_;
  double fineness_ = 1e-2;
  double lower_ = -INFINITY, upper_ = 0;
};

// Panels with the chances of the best of the linear relaxation, and the proof that panels do not do better:
// its prices price every panel at 1 at most. Nothing where there are no such panels.
std::optional<TypePlan> plan_of_relaxation(const Types& types, Pricing& pricing,
                                           std::span<const TypeIndex> held,
                                           const std::function<bool()>& go_on) {
  double people = 0;
  for (const auto t : held) people += static_cast<double>(types.types[t].people.size());
  std::vector<double> shares(types.size()), chances(types.size()), prices(types.size());
  for (const auto t : held) shares[t] = static_cast<double>(types.types[t].people.size()) / people;
  const auto counts = nash_relaxed(types, shares);
  if (!counts) return std::nullopt;
  for (const auto t : held) {
    chances[t] = (*counts)[t] / (shares[t] * people);
    prices[t] = shares[t] / (*counts)[t];
  }
  const auto peeled = peel(types, chances, go_on);
  if (peeled.left > kNothing) return std::nullopt;
  const auto worth = price(pricing, prices, 1 + kGap / 4, go_on).bound;
  TypePlan plan{.panels = peeled.panels, .stages = 1, .certificate = {}};
  const auto reached = chances_of_types(types, plan.panels);
  double lower = 0, upper = std::log(worth / people);
  for (const auto t : held) {
    lower += shares[t] * std::log(reached[t] / (1 - peeled.left));
    upper -= shares[t] * std::log(prices[t]);
  }
  if (!(upper - lower <= kGap)) return std::nullopt;
  plan.certificate = {
      .dual_bound = std::exp(upper), .gap = std::exp(upper) - std::exp(lower), .is_exact = false};
  return plan;
}

}  // namespace

TypePlan nash_plan(const Types& types, const std::function<bool(const PlanOptions::Step&)>& go_on) {
  TypePlan plan;
  Pricing pricing(types);
  bool is_stopped = false;
  PlanOptions::Step now{.stage = 1};
  const auto goes_on = [&] {
    is_stopped = is_stopped || (go_on && !go_on(now));
    return !is_stopped;
  };
  const auto start = covering_panels(types, pricing, goes_on);
  if (start.empty()) {
    plan.status = is_stopped ? PlanStatus::stopped : PlanStatus::infeasible;
    return plan;
  }
  now.panels = start.size();
  if (const auto relaxed = plan_of_relaxation(types, pricing, types_in(start, types.size()), goes_on))
    return *relaxed;
  if (is_stopped)
    return {.status = PlanStatus::stopped,
            .panels = equally_likely(start),
            .stages = 1,
            .certificate = {.dual_bound = 1, .gap = 1, .is_exact = false}};
  NashSearch search(types, pricing, start);
  plan.stages = 1;
  while (search.improve(goes_on) && !is_stopped) {
    ++plan.stages;
    now = {.stage = plan.stages,
           .panels = search.panels(),
           .reached = std::exp(search.lower()),
           .bound = std::exp(search.upper())};
    goes_on();
  }
  const auto stages = plan.stages;
  plan = search.result();
  plan.status = is_stopped ? PlanStatus::stopped : PlanStatus::optimal;
  plan.stages = stages;
  return plan;
}

}  // namespace wijktafel::sortition
