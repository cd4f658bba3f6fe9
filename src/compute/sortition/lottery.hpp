// A uniform lottery: `size` panels, numbered from 0, each equally likely, in place of a distribution with
// chances such as 0.0137. With 1,000 panels the draw is three throws of a ten-sided die, in public.
//
// What is kept. Somebody with chance p is in c of the `size` panels with |c - size p| <= 1, so a chance moves
// by at most 1/size; so does the expected number of panel members of every feature. How:
//   1. Every panel of the plan comes floor(size x chance) times; those copies stay.
//   2. The places left are filled by panels made anew (lottery_rest.hpp), so that the total S of every kind
//   of
//      n equal people with chance p, and of every feature, is what is expected, rounded up or down. Where no
//      such panels are found, some copies are made anew too; where that does not help either, members of
//      panels are exchanged (panel_table.hpp) until n (ceil(size p) - 1) <= S <= n (floor(size p) + 1).
//      Neither always suffices and no theorem says they do (rounding the panels of a plan alone can not:
//      Flanigan, Kehne and Procaccia, "Fair Sortition Made Transparent", NeurIPS 2021, prove bounds that are
//      wider), therefore what was reached is given.
//   3. Within a kind people take their turns one after the other, so that each is in floor(S/n) or
//      ceil(S/n) panels. Both lie in [size p - 1, size p + 1] because of 2: that is the bound.
// docs/methods/lottery.md has an example and how to throw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compute/sortition/plan.hpp"
#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

struct Lottery {
  std::vector<Panel> panels;         // equally likely, may repeat; every one meets the quotas
  std::vector<std::int64_t> counts;  // per person: in how many of them
  // Largest |count - size x chance|, in panels, over people and over features: at most 1 when the promise
  // above is kept.
  double person_deviation = 0;
  double feature_deviation = 0;
};

// `size` is at least 1. A plan without panels gives a lottery without panels. Deterministic; of the plan it
// reads `panels` and `chances`.
//   const Lottery lottery = make_lottery(pool, make_plan(pool, {}), 1000);
//   const Panel& drawn = lottery.panels[347];  // thrown: 3, 4, 7
Lottery make_lottery(const Pool& pool, const Plan& plan, std::size_t size);

}  // namespace wijktafel::sortition
