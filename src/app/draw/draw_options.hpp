// The options of `wijktafel draw`.
#pragma once

#include "app/computations.hpp"

namespace wijktafel::app {

void add_draw(CLI::App& app, Computation& chosen);

}  // namespace wijktafel::app
