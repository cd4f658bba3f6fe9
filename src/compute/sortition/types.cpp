#include "compute/sortition/types.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace wijktafel::sortition {

namespace {

using Vector = std::vector<FeatureIndex>;

// The feature vectors of a household, sorted: two households with the same are of one kind. Empty: no rule
// binds there.
using HouseholdPattern = std::vector<Vector>;

std::vector<HouseholdPattern> patterns_of_people(const Pool& pool) {
  std::vector<HouseholdPattern> of_person(pool.people.size());
  if (pool.per_household <= 0) return of_person;
  std::map<HouseholdIndex, HouseholdPattern> of_household;
  for (const auto& person : pool.people) of_household[person.household].push_back(person.features);
  for (auto& [household, pattern] : of_household) {
    if (static_cast<std::int64_t>(pattern.size()) <= pool.per_household) pattern.clear();
    std::ranges::sort(pattern);
  }
  for (std::size_t i = 0; i < pool.people.size(); ++i) of_person[i] = of_household[pool.people[i].household];
  return of_person;
}

// Quotas beyond the size of the panel say no more than the size does: kept within it, sums of rows stay
// small.
void add_quota_rows(const Pool& pool, Types& types) {
  CountRow size{.types = {}, .minimum = pool.panel_size, .maximum = pool.panel_size};
  std::vector<CountRow> features(pool.features.size());
  for (std::size_t i = 0; i < features.size(); ++i)
    features[i] = {.types = {},
                   .minimum = std::clamp<std::int64_t>(pool.features[i].minimum, 0, pool.panel_size + 1),
                   .maximum = std::clamp<std::int64_t>(pool.features[i].maximum, -1, pool.panel_size)};
  for (std::size_t t = 0; t < types.size(); ++t) {
    size.types.push_back(static_cast<TypeIndex>(t));
    for (const auto feature : types.types[t].features)
      features[feature].types.push_back(static_cast<TypeIndex>(t));
  }
  types.rows.push_back(std::move(size));
  std::ranges::move(features, std::back_inserter(types.rows));
}

void add_households(const Pool& pool, const std::vector<HouseholdPattern>& patterns, Types& types) {
  std::map<HouseholdPattern, std::map<HouseholdIndex, std::vector<PersonIndex>>> kinds;
  for (std::size_t i = 0; i < pool.people.size(); ++i)
    if (!patterns[i].empty())
      kinds[patterns[i]][pool.people[i].household].push_back(static_cast<PersonIndex>(i));
  for (const auto& [pattern, households] : kinds) {
    HouseholdKind kind;
    for (const auto person : households.begin()->second) kind.types.push_back(types.of_person[person]);
    std::ranges::sort(kind.types);
    kind.types.erase(std::ranges::unique(kind.types).begin(), kind.types.end());
    for (const auto& [household, people] : households) {
      auto& members = kind.households.emplace_back(kind.types.size());
      for (const auto person : people) {
        const auto place = std::ranges::lower_bound(kind.types, types.of_person[person]) - kind.types.begin();
        members[static_cast<std::size_t>(place)].push_back(person);
      }
    }
    const auto count = static_cast<std::int64_t>(kind.households.size());
    for (std::size_t j = 0; j < kind.types.size(); ++j) {
      const auto alike = static_cast<std::int64_t>(kind.households.front()[j].size());
      types.types[kind.types[j]].most = std::min(alike, pool.per_household) * count;
    }
    types.rows.push_back({.types = kind.types, .minimum = 0, .maximum = pool.per_household * count});
    types.kinds.push_back(std::move(kind));
  }
}

}  // namespace

Types make_types(const Pool& pool) {
  Types types;
  const auto patterns = patterns_of_people(pool);
  std::map<std::pair<Vector, HouseholdPattern>, TypeIndex> known;
  types.of_person.reserve(pool.people.size());
  for (std::size_t i = 0; i < pool.people.size(); ++i) {
    const auto& features = pool.people[i].features;
    const auto [place, is_new] =
        known.try_emplace({features, patterns[i]}, static_cast<TypeIndex>(types.size()));
    if (is_new) types.types.push_back({.features = features, .people = {}, .most = 0});
    auto& type = types.types[place->second];
    type.people.push_back(static_cast<PersonIndex>(i));
    type.most = static_cast<std::int64_t>(type.people.size());
    types.of_person.push_back(place->second);
  }
  add_quota_rows(pool, types);
  add_households(pool, patterns, types);
  return types;
}

bool meets_rows(const Types& types, std::span<const std::int64_t> counts) {
  if (counts.size() != types.size()) return false;
  for (std::size_t t = 0; t < counts.size(); ++t)
    if (counts[t] < 0 || counts[t] > types.types[t].most) return false;
  return std::ranges::all_of(types.rows, [&](const CountRow& row) {
    std::int64_t sum = 0;
    for (const auto t : row.types) sum += counts[t];
    return row.minimum <= sum && sum <= row.maximum;
  });
}

}  // namespace wijktafel::sortition
