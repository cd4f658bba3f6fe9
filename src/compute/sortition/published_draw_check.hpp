// Whether the published files of a draw agree with each other and with the mathematics. Everything is
// computed again from the files; what cannot be repeated (a plan that was stopped) is said.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compute/sortition/published_draw.hpp"

namespace wijktafel::sortition {

// The first place where a file is not what it should be.
struct Difference {
  DrawFile file = DrawFile::settings;
  std::size_t line = 0;  // from 1; 0: the file as a whole
  std::string found;
  std::string expected;
};

// One thing that was checked. `name` is a stable word: distribution_panels, distribution_sum,
// lottery_panels, lottery_chances, settings, chances, lottery_again, plan_again.
struct Check {
  std::string_view name;
  std::optional<Difference> difference{};  // nothing: it is right
};

// Everything but plan_again, in the order above.
std::vector<Check> check_draw(const DrawFiles& files, const PublishedDraw& draw);
// Whether the plan, made again by the caller from draw.pool, gives the same distribution.
Check check_plan(const DrawFiles& files, const PublishedDraw& draw, const Plan& again);

// Which quota a panel does not meet, as "age: young 3, at most 2"; empty when it meets all.
std::string broken_quota(const Pool& pool, const Panel& panel);

}  // namespace wijktafel::sortition
