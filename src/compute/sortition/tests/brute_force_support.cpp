#include "compute/sortition/tests/brute_force_support.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace wijktafel::sortition {
namespace {

std::int64_t between(lot::Lot& lot, std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(lot.below(static_cast<std::uint64_t>(high - low + 1)));
}

void set_quotas(lot::Lot& lot, Pool& pool) {
  std::vector<std::int64_t> people(pool.features.size());
  for (const auto& person : pool.people)
    for (const auto feature : person.features) ++people[feature];
  const auto everybody = static_cast<std::int64_t>(pool.people.size());
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::int64_t share = people[i] * pool.panel_size / everybody + between(lot, -1, 1);
    pool.features[i].minimum = std::clamp<std::int64_t>(share - between(lot, 0, 1), 0, pool.panel_size);
    pool.features[i].maximum =
        std::clamp<std::int64_t>(share + between(lot, 0, 2), pool.features[i].minimum, pool.panel_size);
  }
}

}  // namespace

Pool random_pool(lot::Lot& lot, const PoolShape& shape) {
  Pool pool;
  const auto people = between(lot, 3, static_cast<std::int64_t>(shape.most_people));
  pool.panel_size = between(lot, 1, people - 1);
  const auto categories = between(lot, 1, static_cast<std::int64_t>(shape.most_categories));
  pool.people.resize(static_cast<std::size_t>(people));
  for (std::int64_t category = 0; category < categories; ++category) {
    pool.categories.push_back(fmt::format("c{}", category));
    const auto values = between(lot, 1, 3);
    const auto first = static_cast<FeatureIndex>(pool.features.size());
    for (std::int64_t value = 0; value < values; ++value)
      pool.features.push_back({.category = pool.categories.back(), .value = fmt::format("v{}", value)});
    for (auto& person : pool.people)
      person.features.push_back(first + static_cast<FeatureIndex>(between(lot, 0, values - 1)));
  }
  for (std::size_t i = 0; i < pool.people.size(); ++i) {
    pool.people[i].id = std::to_string(i + 1);
    pool.people[i].household = static_cast<HouseholdIndex>(between(lot, 0, people * 2 / 3));
  }
  if (shape.households) pool.per_household = between(lot, 1, 2);
  set_quotas(lot, pool);
  return pool;
}

std::vector<Panel> all_panels(const Pool& pool) {
  std::vector<Panel> panels;
  const auto people = pool.people.size();
  for (std::uint32_t subset = 0; subset < (1u << people); ++subset) {
    Panel panel;
    for (std::uint32_t i = 0; i < people; ++i)
      if ((subset >> i & 1u) != 0) panel.push_back(i);
    if (meets_quotas(pool, panel)) panels.push_back(std::move(panel));
  }
  std::ranges::sort(panels);
  return panels;
}

std::vector<double> chances_of(const Pool& pool, const std::vector<WeightedPanel>& panels) {
  std::vector<double> chances(pool.people.size());
  for (const auto& [panel, chance] : panels)
    for (const auto member : panel) chances[member] += chance;
  return chances;
}

std::string described(const Pool& pool) {
  std::string text = fmt::format("size {}, per household {}:", pool.panel_size, pool.per_household);
  for (const auto& feature : pool.features)
    text += fmt::format(" {}={} {}..{}", feature.category, feature.value, feature.minimum, feature.maximum);
  for (const auto& person : pool.people)
    text += fmt::format("; {} at {}", fmt::join(person.features, ","), person.household);
  return text;
}

}  // namespace wijktafel::sortition
