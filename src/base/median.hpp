// The median of counted numbers: as often as each occurs. Every page that says a median says this one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace wijktafel {

// How often each number occurs.
using Counts = std::map<std::int64_t, std::int64_t>;
std::int64_t number_of(const Counts& counts);
// The middle one; of an even number the mean of the two in the middle. Nothing for none.
std::optional<double> median(const Counts& counts);

}  // namespace wijktafel
