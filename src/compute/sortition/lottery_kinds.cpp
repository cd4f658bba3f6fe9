#include <cmath>
#include <map>
#include <tuple>

#include "compute/sortition/panel_table.hpp"

namespace wijktafel::sortition {
namespace {

// Households in which the rule can bite: more people than may be chosen. Numbered from 0.
std::map<HouseholdIndex, std::size_t> crowded_households(const Pool& pool) {
  std::map<HouseholdIndex, std::size_t> crowded;
  if (pool.per_household <= 0) return crowded;
  std::map<HouseholdIndex, std::int64_t> sizes;
  for (const auto& person : pool.people) ++sizes[person.household];
  for (const auto& [household, size] : sizes)
    if (size > pool.per_household) crowded.emplace(household, crowded.size());
  return crowded;
}

// For whole totals S of n people who take turns: floor(S/n) >= b - 1 and ceil(S/n) <= b + 1.
Window window_of(double chance, std::size_t people, std::size_t size) {
  const double turns = chance * static_cast<double>(size);
  const auto n = static_cast<std::int64_t>(people);
  return {n * (static_cast<std::int64_t>(std::ceil(turns)) - 1),
          n * (static_cast<std::int64_t>(std::floor(turns)) + 1)};
}

}  // namespace

Kinds kinds_for_lottery(const Pool& pool, std::span<const double> chances, std::size_t size) {
  using Key = std::tuple<std::vector<FeatureIndex>, std::size_t, double>;
  const auto crowded = crowded_households(pool);
  Kinds kinds;
  kinds.households = crowded.size();
  kinds.of_person.resize(pool.people.size());
  std::map<Key, std::size_t> known;
  for (std::size_t i = 0; i < pool.people.size(); ++i) {
    const auto& person = pool.people[i];
    const auto household = crowded.find(person.household);
    const auto row = household == crowded.end() ? crowded.size() : household->second;
    const auto [at, is_new] = known.try_emplace(Key{person.features, row, chances[i]}, kinds.list.size());
    if (is_new) {
      Kind kind{.features = person.features, .household = {}, .people = {}, .expected = 0, .window = {}};
      if (row < crowded.size()) kind.household = row;
      kinds.list.push_back(std::move(kind));
    }
    kinds.of_person[i] = at->second;
    kinds.list[at->second].people.push_back(static_cast<PersonIndex>(i));
  }
  std::vector<double> feature_turns(pool.features.size());
  for (auto& kind : kinds.list) {
    const double chance = chances[kind.people.front()];
    kind.expected = chance * static_cast<double>(kind.people.size());
    kind.window = window_of(chance, kind.people.size(), size);
    for (const auto feature : kind.features) feature_turns[feature] += kind.expected;
  }
  for (double& turns : feature_turns) {
    turns *= static_cast<double>(size);
    kinds.feature_windows.push_back(
        {static_cast<std::int64_t>(std::ceil(turns)) - 1, static_cast<std::int64_t>(std::floor(turns)) + 1});
  }
  return kinds;
}

}  // namespace wijktafel::sortition
