// Leximin (Flanigan, Goelz, Gupta, Hennig, Procaccia, "Fair algorithms for selecting citizens' assemblies",
// Nature 596, 2021): the draw in which the smallest chance is as large as it can be, then the next smallest,
// and so on, over all draws of panels that meet the quotas.
//
// 1. Leximin over the linear relaxation (leximin_relaxed.hpp) gives chances that no draw can better.
// 2. Panels that have these chances on average (leximin_peel.hpp, master.hpp) make it the answer, proved.
// 3. Where there are none, stages are settled one by one over panels (column generation, exact pricing); a
//    stage that is worse than the relaxation adds the inequality that proves it, and 1 begins again.
//   const auto draw = leximin(make_types(pool), {});
//   draw.plan.certificate.gap  // below 1e-7
#pragma once

#include <vector>

#include "compute/sortition/leximin_relaxed.hpp"
#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {

// The draw, and what proves it: proved_bound() of each stage, with `cuts`, is the bound of that stage.
struct LeximinDraw {
  TypePlan plan;
  std::vector<Stage> stages;
  std::vector<Cut> cuts;
};

LeximinDraw leximin(const Types& types, const PlanOptions& options);

// The first stage only: the smallest chance as large as it can be, the others as they come.
LeximinDraw maximin(const Types& types, const PlanOptions& options);

}  // namespace wijktafel::sortition
