// The options of `wijktafel budget`.
#pragma once

#include "app/computations.hpp"

namespace wijktafel::app {

void add_budget(CLI::App& app, Computation& chosen);

}  // namespace wijktafel::app
