#include "compute/sortition/pool.hpp"

#include <algorithm>
#include <map>

namespace wijktafel::sortition {

bool meets_quotas(const Pool& pool, std::span<const PersonIndex> panel) {
  if (static_cast<std::int64_t>(panel.size()) != pool.panel_size) return false;
  if (!std::ranges::is_sorted(panel) || std::ranges::adjacent_find(panel) != panel.end()) return false;
  std::vector<std::int64_t> counts(pool.features.size());
  std::map<HouseholdIndex, std::int64_t> households;
  for (const auto member : panel) {
    if (member >= pool.people.size()) return false;
    const auto& person = pool.people[member];
    for (const auto feature : person.features) ++counts[feature];
    if (pool.per_household > 0 && ++households[person.household] > pool.per_household) return false;
  }
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] < pool.features[i].minimum || counts[i] > pool.features[i].maximum) return false;
  return true;
}

}  // namespace wijktafel::sortition
