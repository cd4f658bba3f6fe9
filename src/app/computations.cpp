#include "app/computations.hpp"

#include "app/commands.hpp"

namespace wijktafel::app {

void add_computations(CLI::App&, Computation&) {}

int run(const Computation& computation) { return computation(); }

}  // namespace wijktafel::app
