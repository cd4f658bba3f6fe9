#include "capabilities/safety_net/reads/at_table.hpp"

#include <algorithm>

#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/store.hpp"

namespace wijktafel::safety_net {
namespace {

// What is late at the desk too is rare; more than these are no agenda point but another conversation.
constexpr int looked_at = 500;
constexpr std::size_t named_most = 10;

}  // namespace

std::vector<LateAtTable> late_at_table(db::Transaction& tx, std::string_view area) {
  std::vector<LateAtTable> late;
  for (const auto& passing : store::at_table(tx, looked_at)) {
    if (late.size() == named_most) break;
    const auto lineage = places::lineage_of(tx, passing.area);
    if (std::ranges::find(lineage, area) == lineage.end()) continue;
    auto item = items::find(tx, passing.item);
    if (item && item->is_open && item->visibility == items::Visibility::everyone)
      late.push_back({std::move(*item), passing.missed_date});
  }
  return late;
}

}  // namespace wijktafel::safety_net
