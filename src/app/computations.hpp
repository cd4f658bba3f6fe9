// The subcommands that compute and keep nothing: budget, draw, opinion, survey. One line each in
// computations.cpp; a folder each in src/app (options, what is printed, words) on src/compute.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace wijktafel::app {

// What was asked for; gives the exit status: 0 done, 1 refused.
using Computation = std::function<int()>;

// Adds all of them to the command line. After parsing, `chosen` holds the one that was asked for, or nothing.
void add_computations(CLI::App& app, Computation& chosen);

}  // namespace wijktafel::app
