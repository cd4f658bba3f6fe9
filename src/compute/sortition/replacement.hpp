// Who comes when members of a panel cannot: people from the pool with whom the panel meets its quotas again.
//
// Everybody who may join is put in an order by lot ("replacement" and the seed). The first with whom the
// panel can be made whole joins, then the first after that, until it is whole: the choice of the lot, as far
// as the quotas allow. Members who stay, stay. Not the chances of the first draw: those were for whole
// panels.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "compute/sortition/pool.hpp"
#include "compute/sortition/relaxation.hpp"

namespace wijktafel::sortition {

struct Replacement {
  Panel panel;                      // whole again
  std::vector<PersonIndex> joined;  // in the order of the lot
  std::vector<PersonIndex> ranked;  // who could have joined first, in the order of the lot, `joined` too
};

struct ReplacementOptions {
  std::string_view seed;
  std::span<const PersonIndex> first{};  // come before the lot: alternates, in their order
  std::size_t most_ranked = 20;
};

// `panel` is ascending; `out` are members of it, ascending; `unavailable` may not join. Refused with the
// quotas that clash when nobody's joining makes the panel whole.
Result<Replacement, Clash> replace_members(const Pool& pool, const Panel& panel, const Panel& out,
                                           const Panel& unavailable, const ReplacementOptions& options);

}  // namespace wijktafel::sortition
