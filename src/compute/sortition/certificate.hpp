// The proof of a leximin or maximin draw in whole numbers and rationals (GMP), with nothing taken from the
// solver but numbers that are checked here:
//   - the panels meet the rows, and their chances are whole units of 2^-44 with sum 1, so the chance of every
//     type is a known rational;
//   - the multipliers of each stage, rounded to whole units of 2^-50, prove a bound by weak duality whatever
//     they are: no draw that gives those settled before at least what this draw gives them has a larger
//     smallest chance for the others; and whoever a stage settles is held down by them (a multiplier above
//     0);
//   - a cut (an inequality for panels that the rows do not imply) is proved by branch and bound, where each
//     node is closed by multipliers in the same way (cut_proof.hpp).
// The gap is the largest difference between such a bound and what the draw gives. It is the truth about this
// draw, also if the solver were wrong: then it would be large.
#pragma once

#include "compute/sortition/leximin.hpp"

namespace wijktafel::sortition {

// `is_exact` says whether all of it could be checked; otherwise the certificate of the draw comes back as it
// was: a draw that was stopped, or a cut that needs too many nodes. Bounds and gap are rounded up.
Certificate exact_certificate(const Types& types, const LeximinDraw& draw);

}  // namespace wijktafel::sortition
