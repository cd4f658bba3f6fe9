#include "compute/sortition/stratified.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "compute/sortition/completion.hpp"

namespace wijktafel::sortition {
namespace {

constexpr std::size_t wanted_panels = 1000;
constexpr std::size_t most_tries = 100'000;

class StratifiedDraw {
 public:
  StratifiedDraw(const Pool& pool, lot::Lot& lot)
      : pool_(pool),
        lot_(lot),
        chosen_(pool.features.size()),
        left_(pool.features.size()),
        is_left_(pool.people.size(), true) {
    for (const auto& person : pool.people)
      for (const auto feature : person.features) ++left_[feature];
    for (std::size_t f = 0; f < pool.features.size(); ++f)
      if (pool.features[f].maximum == 0) leave_out_feature(static_cast<FeatureIndex>(f));
  }

  std::optional<Panel> draw() {
    while (static_cast<std::int64_t>(panel_.size()) < pool_.panel_size) {
      const auto feature = most_urgent();
      if (is_stuck_) return std::nullopt;
      const auto person = any_with(feature);
      if (!person) return std::nullopt;
      choose(*person);
    }
    std::ranges::sort(panel_);
    if (!meets_quotas(pool_, panel_)) return std::nullopt;
    return panel_;
  }

 private:
  // Nothing: all minima are met.
  std::optional<FeatureIndex> most_urgent() {
    std::vector<FeatureIndex> most;
    // needed / left of the most urgent, compared crosswise: no rounding decides.
    std::int64_t needed_most = 0;
    std::int64_t left_most = 1;
    for (std::size_t f = 0; f < chosen_.size(); ++f) {
      const auto needed = pool_.features[f].minimum - chosen_[f];
      if (needed <= 0) continue;
      is_stuck_ |= left_[f] < needed;
      const auto difference = needed * left_most - needed_most * left_[f];
      if (difference > 0) {
        most.clear();
        needed_most = needed;
        left_most = left_[f];
      }
      if (difference >= 0) most.push_back(static_cast<FeatureIndex>(f));
    }
    if (most.empty() || is_stuck_) return std::nullopt;
    return most[static_cast<std::size_t>(lot_.below(most.size()))];
  }

  std::optional<PersonIndex> any_with(std::optional<FeatureIndex> feature) {
    std::vector<PersonIndex> people;
    for (std::size_t i = 0; i < is_left_.size(); ++i) {
      const auto& features = pool_.people[i].features;
      if (is_left_[i] && (!feature || std::ranges::find(features, *feature) != features.end()))
        people.push_back(static_cast<PersonIndex>(i));
    }
    if (people.empty()) return std::nullopt;
    return people[static_cast<std::size_t>(lot_.below(people.size()))];
  }

  void choose(PersonIndex person) {
    panel_.push_back(person);
    leave_out(person);
    for (const auto feature : pool_.people[person].features)
      if (++chosen_[feature] == pool_.features[feature].maximum) leave_out_feature(feature);
    const auto household = pool_.people[person].household;
    if (pool_.per_household > 0 && ++households_[household] == pool_.per_household)
      for (std::size_t i = 0; i < is_left_.size(); ++i)
        if (pool_.people[i].household == household) leave_out(static_cast<PersonIndex>(i));
  }

  void leave_out_feature(FeatureIndex feature) {
    for (std::size_t i = 0; i < is_left_.size(); ++i)
      if (std::ranges::find(pool_.people[i].features, feature) != pool_.people[i].features.end())
        leave_out(static_cast<PersonIndex>(i));
  }

  void leave_out(PersonIndex person) {
    if (!is_left_[person]) return;
    is_left_[person] = false;
    for (const auto feature : pool_.people[person].features) --left_[feature];
  }

  const Pool& pool_;
  lot::Lot& lot_;
  Panel panel_;
  std::vector<std::int64_t> chosen_;
  std::vector<std::int64_t> left_;
  std::vector<bool> is_left_;
  std::map<HouseholdIndex, std::int64_t> households_;
  bool is_stuck_ = false;
};

}  // namespace

std::optional<Panel> draw_stratified(const Pool& pool, lot::Lot& lot) {
  return StratifiedDraw(pool, lot).draw();
}

Plan stratified_plan(const Pool& pool, const PlanOptions& options) {
  Plan plan;
  plan.method = Method::stratified;
  plan.chances.assign(pool.people.size(), 0);
  plan.certificate = {.dual_bound = 1, .gap = 1, .is_exact = false};
  std::set<std::vector<FeatureIndex>> kinds;
  for (const auto& person : pool.people) kinds.insert(person.features);
  plan.types = kinds.size();
  if (Completion(pool, {}, everybody(pool)).is_possible(AskedQuotas::all(pool)) == Possible::no) {
    plan.status = PlanStatus::infeasible;
    return plan;
  }
  lot::Lot lot("stratified", "wijktafel");
  std::map<Panel, std::size_t> times;
  std::size_t drawn = 0;
  for (std::size_t tries = 0; drawn < wanted_panels && plan.status == PlanStatus::optimal; ++tries) {
    if (auto panel = draw_stratified(pool, lot)) {
      ++times[std::move(*panel)];
      ++drawn;
    }
    if (tries + 1 == most_tries || (options.go_on && !options.go_on({.stage = 1, .panels = drawn}))) {
      if (drawn < wanted_panels) plan.status = PlanStatus::stopped;
    }
  }
  plan.stages = 1;
  for (const auto& [panel, count] : times) {
    const double chance = static_cast<double>(count) / static_cast<double>(drawn);
    plan.panels.push_back({panel, chance});
    for (const auto member : panel) plan.chances[member] += chance;
  }
  if (!plan.chances.empty()) plan.certificate.gap = 1 - std::ranges::min(plan.chances);
  return plan;
}

}  // namespace wijktafel::sortition
