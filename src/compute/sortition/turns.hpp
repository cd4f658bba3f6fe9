// Who of a group of equals sits when: `seats[j]` of `people` sit in period j, which lasts `lasts[j]`;
// everybody sits equally long in all (a unit more or less where it cannot be divided).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wijktafel::sortition {

// From `begin` (in units since the beginning of the period) until the next turn, these sit.
struct Turn {
  std::int64_t begin = 0;
  std::vector<std::uint32_t> members;  // ascending, places within the group
};

// One list of turns per period; the first begins at 0. 0 <= seats[j] <= people, lasts[j] > 0; people times
// the sum of `lasts` must fit 62 bits.
std::vector<std::vector<Turn>> take_turns(std::uint32_t people, std::span<const std::int64_t> seats,
                                          std::span<const std::int64_t> lasts);

}  // namespace wijktafel::sortition
