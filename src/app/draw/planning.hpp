// Making a plan while somebody waits: progress on the terminal, and an end by Ctrl-C or when time is over.
#pragma once

#include "app/terminal/language.hpp"
#include "compute/sortition/plan.hpp"

namespace wijktafel::app {

struct Planned {
  sortition::Plan plan;  // a published_plan
  double seconds = 0;
};

// `time_limit` in seconds; 0: none.
Planned make_plan_watched(const sortition::Pool& pool, sortition::Method method, double time_limit,
                          const TerminalWords& words);

}  // namespace wijktafel::app
