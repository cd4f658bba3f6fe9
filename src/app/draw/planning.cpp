#include "app/draw/planning.hpp"

#include <chrono>

#include "app/draw/draw_text.hpp"
#include "app/draw/interruption.hpp"
#include "app/terminal/progress.hpp"
#include "compute/sortition/published_draw.hpp"

namespace wijktafel::app {

Planned make_plan_watched(const sortition::Pool& pool, sortition::Method method, double time_limit,
                          const TerminalWords& words) {
  const auto begin = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const Interruption interruption;
  Progress progress;
  sortition::PlanOptions options;
  options.method = method;
  options.go_on = [&](const sortition::PlanOptions::Step& step) {
    progress.say([&] {
      return words.text("draw.progress", {{"stage", static_cast<std::int64_t>(step.stage)},
                                          {"panels", static_cast<std::int64_t>(step.panels)},
                                          {"reached", percent(words, step.reached)},
                                          {"bound", percent(words, step.bound)}});
    });
    return !Interruption::was_asked() && (time_limit <= 0 || seconds() < time_limit);
  };
  Planned planned;
  planned.plan = sortition::published_plan(pool, sortition::make_plan(pool, options));
  planned.seconds = seconds();
  return planned;
}

}  // namespace wijktafel::app
