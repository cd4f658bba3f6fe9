// From counts per type to people. Time runs from 0 to `whole`; a panel sits for a part of it (its chance),
// and within that part people of a type take turns, so that in the end each sat equally long. Turns are
// planned over all panels together, which splits few panels: each panel is given whole to those with the
// longest claim, and is divided only where the claims of the others could not be met any more (McNaughton,
// "Scheduling with Deadlines and Loss Functions", 1959, for the division). All in whole units: no rounding,
// no order of addition.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {

inline constexpr std::int64_t whole = std::int64_t{1} << 44;

// A panel of people and how long it sits, in units of 1/whole.
struct DealtPanel {
  Panel panel;
  std::int64_t units = 0;
};

// Chances as whole units with sum `whole` (largest remainders; ties: the first). At least one chance must be
// above 0.
std::vector<std::int64_t> units_of_chances(std::span<const TypePanel> panels);

// Panels of people in lexicographic order, each once. The counts must meet the rows.
std::vector<DealtPanel> deal_to_people(const Types& types, std::span<const TypePanel> panels);

}  // namespace wijktafel::sortition
