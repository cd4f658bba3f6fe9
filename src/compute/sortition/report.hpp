// What a draw means for people and groups: chances, how equal they are, how the panel compares with the pool
// and with the neighbourhood, and who cannot be drawn at all, with the reason.
#pragma once

#include <optional>
#include <vector>

#include "compute/sortition/plan.hpp"
#include "compute/sortition/pool.hpp"
#include "compute/sortition/relaxation.hpp"

namespace wijktafel::sortition {

struct GroupReport {
  FeatureIndex feature = 0;
  std::size_t people = 0;  // in the pool
  double smallest = 0;     // chance of its people; 0 when there are none
  double average = 0;
  double largest = 0;
  double pool_share = 0;        // 0..1, of the pool
  double panel_share = 0;       // expected, of the panel
  double population_share = 0;  // of the neighbourhood
  // False: the quotas do not say how many residents there are; then their middle stands for it, which
  // whoever made the quotas meant to be a share of the residents.
  bool is_population_known = false;
};

// People with the same features whom no panel of the plan holds.
struct NoChance {
  std::vector<PersonIndex> people;
  // The quotas that keep them out; nothing: some panel could hold them, but the method never drew it.
  std::optional<Clash> clash;
  bool is_explained = true;  // false: not looked for, because there were too many or the plan was stopped
};

struct DrawReport {
  double smallest = 0;
  double largest = 0;
  // Sum over pairs of |p - q| / (2 n^2 average): 0 when all chances are equal, towards 1 when few have all.
  double gini = 0;
  double geometric_mean = 0;  // 0 when somebody has no chance
  std::vector<GroupReport> groups;
  std::vector<NoChance> without_chance;
  bool is_unfinished = false;  // the plan was stopped: who has no chance may still get one
};

// Below this a chance is no chance: rounding.
inline constexpr double no_chance = 1e-9;

// The reason of a chance of zero takes some dozens of whole-number programmes: it is looked for of so many
// kinds of people.
DrawReport report_on(const Pool& pool, const Plan& plan, std::size_t most_explained = 20);

}  // namespace wijktafel::sortition
