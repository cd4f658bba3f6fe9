// Student's t: how many standard errors a margin of 95 % takes when the standard error itself rests on few
// clusters or respondents.
#pragma once

#include <cstddef>

namespace wijktafel::survey {

// The t with 95 % of the distribution between -t and t, to about 1e-12; 12.7 for 1 degree of freedom, 1.96
// for many. No degrees count as 1. Up to 1,000 degrees by bisection on the finite series of Abramowitz &
// Stegun (1964) 26.7.3 and 26.7.4, above by their 26.7.5. Boost has this too, but the mathematics does
// without it.
double student_95(std::size_t degrees);

}  // namespace wijktafel::survey
