#include "compute/sortition/report.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace wijktafel::sortition {
namespace {

constexpr int explaining_nodes = 500;  // for each programme: there are dozens for each kind of people

double gini_of(std::vector<double> chances) {
  std::ranges::sort(chances);
  double sum = 0;
  double weighted = 0;
  // Sorted, the pairs add up to sum of (2i - n - 1) p_i with i from 1.
  const double n = static_cast<double>(chances.size());
  for (std::size_t i = 0; i < chances.size(); ++i) {
    sum += chances[i];
    weighted += (2 * static_cast<double>(i + 1) - n - 1) * chances[i];
  }
  return sum > 0 ? weighted / (n * sum) : 0;
}

double geometric_mean_of(const std::vector<double>& chances) {
  double logarithms = 0;
  for (const double chance : chances) {
    if (chance < no_chance) return 0;
    logarithms += std::log(chance);
  }
  return std::exp(logarithms / static_cast<double>(chances.size()));
}

// The weight of each value in its category: residents, otherwise the middle of the quota.
void add_population(const Pool& pool, std::vector<GroupReport>& groups) {
  for (const auto& category : pool.categories) {
    std::vector<FeatureIndex> values;
    bool is_known = true;
    for (std::size_t f = 0; f < pool.features.size(); ++f)
      if (pool.features[f].category == category) {
        values.push_back(static_cast<FeatureIndex>(f));
        is_known &= pool.features[f].population.has_value();
      }
    const auto weight = [&](FeatureIndex feature) {
      const auto& quota = pool.features[feature];
      if (is_known) return *quota.population;
      return static_cast<double>(quota.minimum + std::min(quota.maximum, pool.panel_size)) / 2;
    };
    double sum = 0;
    for (const auto feature : values) sum += weight(feature);
    for (const auto feature : values) {
      groups[feature].population_share = sum > 0 ? weight(feature) / sum : 0;
      groups[feature].is_population_known = is_known;
    }
  }
}

std::vector<GroupReport> group_reports(const Pool& pool, const Plan& plan) {
  std::vector<GroupReport> groups(pool.features.size());
  for (std::size_t f = 0; f < groups.size(); ++f) groups[f].feature = static_cast<FeatureIndex>(f);
  for (std::size_t i = 0; i < pool.people.size(); ++i)
    for (const auto feature : pool.people[i].features) {
      auto& group = groups[feature];
      const double chance = plan.chances[i];
      group.smallest = group.people == 0 ? chance : std::min(group.smallest, chance);
      group.largest = std::max(group.largest, chance);
      group.average += chance;  // the sum, for now
      ++group.people;
    }
  for (auto& group : groups) {
    group.pool_share = static_cast<double>(group.people) / static_cast<double>(pool.people.size());
    group.panel_share = group.average / static_cast<double>(pool.panel_size);
    if (group.people > 0) group.average /= static_cast<double>(group.people);
  }
  add_population(pool, groups);
  return groups;
}

std::vector<NoChance> without_chance(const Pool& pool, const Plan& plan, std::size_t most_explained) {
  std::map<std::vector<FeatureIndex>, std::vector<PersonIndex>> kinds;
  for (std::size_t i = 0; i < pool.people.size(); ++i)
    if (plan.chances[i] < no_chance) kinds[pool.people[i].features].push_back(static_cast<PersonIndex>(i));
  std::vector<NoChance> list;
  for (auto& [features, people] : kinds) {
    auto& without = list.emplace_back(NoChance{std::move(people), {}, list.size() < most_explained});
    if (!without.is_explained) continue;
    const Panel one = {without.people.front()};
    without.clash = find_clash(pool, Completion(pool, one, everybody_but(pool, one), explaining_nodes));
  }
  return list;
}

}  // namespace

DrawReport report_on(const Pool& pool, const Plan& plan, std::size_t most_explained) {
  DrawReport report;
  if (plan.chances.empty() || plan.panels.empty()) return report;
  const auto [smallest, largest] = std::ranges::minmax(plan.chances);
  report.smallest = smallest;
  report.largest = largest;
  report.gini = gini_of(plan.chances);
  report.geometric_mean = geometric_mean_of(plan.chances);
  report.groups = group_reports(pool, plan);
  report.is_unfinished = plan.status == PlanStatus::stopped;
  report.without_chance = without_chance(pool, plan, report.is_unfinished ? 0 : most_explained);
  return report;
}

}  // namespace wijktafel::sortition
