// The two directions in which opinions differ most, and everybody's place along them. Source: Small,
// Bjorkegren, Erkkila, Shaw, Megill (2021), "Polis: Scaling deliberation by mapping high dimensional opinion
// spaces". An empty cell counts as the mean of its statement; minus that mean it is zero, so the whole
// computation needs the votes alone and no table of people by statements. docs/methods/opinion-groups.md has
// the formulas.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

// One number per statement in each vector.
struct Components {
  std::vector<double> means;  // of the votes seen; 0 when nobody voted or moderated out
  std::array<std::vector<double>, 2>
      loadings;              // of length 1, or all zero when opinions have no such direction
  std::vector<bool> is_out;  // moderated out
  std::size_t out_count = 0;
};

// Means and the first two principal components, to about 1e-12. The largest loading of each, without its
// sign, is positive (the first one at a tie): a component has no sign of its own. `moderation`: one per
// statement, or empty. A direction that does not explain more than rounding is all zero.
//   auto components = principal_components(votes, {});
//   Point place = project(components, votes.of(0));
Components principal_components(const Votes& votes, std::span<const Moderation> moderation);

// One person's place: sqrt(S / votes) * sum over the votes of (vote - mean) * loading, with S the number of
// statements; who voted little would otherwise stand in the middle. Statements moderated out count as votes
// of 0 of everybody, as in the original; statements that came after the components count for nothing. In time
// proportional to the votes.
Point project(const Components& components, std::span<const Cell> votes);

// How far one "agree" on this statement alone would bring somebody, per statement (comment extremity).
std::vector<double> extremities(const Components& components);

}  // namespace wijktafel::opinion
