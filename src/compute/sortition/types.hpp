// People who cannot be told apart by the rules are one type: the same features, and the same kind of
// household where a household rule binds. An optimal draw gives them the same chance (average over their
// permutations), so that a panel is a count per type, and there are far fewer types than people
// (docs/methods/leximin.md, "Types").
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

using TypeIndex = std::uint32_t;

// How many of each type: size = Types::types.
using TypeCounts = std::vector<std::int64_t>;

struct Type {
  std::vector<FeatureIndex> features;
  std::vector<PersonIndex> people;  // ascending
  std::int64_t most = 0;            // of them in one panel; below people.size() where a household rule binds
};

// minimum <= sum of the counts of these types <= maximum. Everything that is asked of a panel is such a row.
struct CountRow {
  std::vector<TypeIndex> types;  // ascending
  std::int64_t minimum = 0;
  std::int64_t maximum = 0;
};

// Households with the same members (as to features) that have more members than may be drawn.
// `households[i][j]` is the list of members of the i-th household that belong to `types[j]`; all households
// of a kind have the same numbers.
struct HouseholdKind {
  std::vector<TypeIndex> types;
  std::vector<std::vector<std::vector<PersonIndex>>> households;
};

// Types are in the order of their first person. `rows` are the size of the panel (first), the features, then
// the kinds of households. A count within `most` that meets the rows can always be given to people so that
// the panel meets quotas and household rule: all households of a kind are equal, and dealing counts over
// equal households is a transport problem, of which the corners are whole numbers.
struct Types {
  std::vector<Type> types;
  std::vector<TypeIndex> of_person;
  std::vector<CountRow> rows;
  std::vector<HouseholdKind> kinds;

  std::size_t size() const { return types.size(); }
};

Types make_types(const Pool& pool);

// Whether the counts are within `most` and meet every row.
bool meets_rows(const Types& types, std::span<const std::int64_t> counts);

}  // namespace wijktafel::sortition
