#include "app/computations.hpp"

#include "app/budget/budget_options.hpp"
#include "app/commands.hpp"
#include "app/draw/draw_options.hpp"
#include "app/opinion/opinion.hpp"
#include "app/survey/survey.hpp"

namespace wijktafel::app {

void add_computations(CLI::App& app, Computation& chosen) {
  add_budget(app, chosen);
  add_draw(app, chosen);
  add_opinion(app, chosen);
  add_survey(app, chosen);
}

int run(const Computation& computation) { return computation(); }

}  // namespace wijktafel::app
