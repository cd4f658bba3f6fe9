// Do the groups hold when people had seen other statements? Half of the statements are drawn (compute/lot, a
// purpose of its own), the directions, everybody's place and the groups are computed anew from that half, and
// the two divisions are compared; again and again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "compute/opinion/components.hpp"
#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

struct Stability {
  std::size_t resamples = 0;
  double same_group = 0;  // of pairs in one group: the part that stays together, 0..1
  double adjusted_rand =
      0;  // mean agreement of the divisions, corrected for chance: 1 the same, 0 as by chance
  std::vector<double> of_group;  // same_group within each group
};

// `people` are in groups `of` (one each, below `groups`). Without votes in a half somebody is not counted in
// it. With fewer than 2 statements or people, or 0 resamples: all zero.
Stability stability(const Votes& votes, const Components& components, std::span<const PersonIndex> people,
                    std::span<const std::uint32_t> of, std::size_t groups, std::size_t resamples,
                    std::string_view seed);

// Agreement of two divisions of the same things, corrected for chance (Hubert & Arabie 1985). 1 when both are
// trivial in the same way.
double adjusted_rand(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other);

}  // namespace wijktafel::opinion
