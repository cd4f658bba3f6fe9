// Small pools of which all panels can be written down: what everything else is compared with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compute/lot/lot.hpp"
#include "compute/sortition/plan.hpp"
#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

struct PoolShape {
  std::size_t most_people = 12;
  std::size_t most_categories = 3;
  bool households = false;
};

// A pool of 3 or more people with one to three values in a category and quotas around what a panel drawn
// from it would have; some have no panel at all.
Pool random_pool(lot::Lot& lot, const PoolShape& shape = {});

// All panels that meet the quotas, in order: every subset is tried.
std::vector<Panel> all_panels(const Pool& pool);

// The chances of people when a panel is drawn so.
std::vector<double> chances_of(const Pool& pool, const std::vector<WeightedPanel>& panels);

// The pool in one line, for messages.
std::string described(const Pool& pool);

}  // namespace wijktafel::sortition
