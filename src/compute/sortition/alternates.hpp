// Alternates: people who wait, so that a panel stays within its quotas when members drop out.
//
// How they are chosen. Drop-outs are drawn many times with a public lot, each member with a chance of their
// own. Alternates are then the people with whom the panel comes closest to its quotas over all these
// scenarios together: the sum of what is short of a minimum or above a maximum is least, everybody in a
// scenario answered with the best of the alternates (empirical risk minimisation, as Assos, Baharav, Flanigan
// and Procaccia, "Alternates, Assemble! Selecting Optimal Alternates for Citizens' Assemblies", 2025). Here
// the programme is solved in fractions (Clp), and rounded to people by the largest fractions; who of equal
// people is an alternate, is drawn by lot.
//
// What it does not promise. Rounding may lose some; chances of dropping out are guesses; drop-outs are taken
// as independent of each other. What the choice is worth is therefore measured on scenarios that were not
// used to make it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

// A member stays with chance (1 - everybody) x (1 - added[f]) for each of their features f.
struct DropOut {
  double everybody = 0.1;
  std::vector<double> added;  // one for each feature, 0..1

  double chance(const Person& person) const;
};

// A CSV file category,feature,chance (or feature,value,chance); groups that are not in it add nothing.
// Reasons as in read_pool.hpp, unknown_value among them.
Result<DropOut, std::vector<InputFault>> read_drop_out(std::string_view text, const Pool& pool,
                                                       double everybody);

struct Alternates {
  std::vector<PersonIndex> ranked;  // who is expected to be needed most comes first
  double drop_outs = 0;             // expected
  double whole = 0;                 // share of new scenarios in which the alternates make the panel whole
  double whole_by_anybody = 0;      // in which the whole pool could: no alternates do better
};

// `panel` meets the quotas. At most `count` people; fewer when the pool has no more.
Alternates choose_alternates(const Pool& pool, const Panel& panel, const DropOut& drop_out, std::size_t count,
                             std::string_view seed);

}  // namespace wijktafel::sortition
