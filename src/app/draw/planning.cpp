#include "app/draw/planning.hpp"

#include <chrono>

#include "app/draw/draw_text.hpp"
#include "app/draw/interruption.hpp"
#include "app/terminal/progress.hpp"
#include "compute/sortition/published_draw.hpp"

namespace wijktafel::app {

namespace {

std::string progress_text(const TerminalWords& words, sortition::Method method,
                          const sortition::PlanOptions::Step& step) {
  const auto stage = static_cast<std::int64_t>(step.stage);
  const auto panels = static_cast<std::int64_t>(step.panels);
  // Of the other methods the bound is about another number than a chance.
  if (method != sortition::Method::leximin && method != sortition::Method::maximin)
    return words.text("draw.progress_panels", {{"stage", stage}, {"panels", panels}});
  return words.text("draw.progress", {{"stage", stage},
                                      {"panels", panels},
                                      {"reached", percent(words, step.reached)},
                                      {"bound", percent(words, step.bound)}});
}

}  // namespace

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
    progress.say([&] { return progress_text(words, method, step); });
    return !Interruption::was_asked() && (time_limit <= 0 || seconds() < time_limit);
  };
  Planned planned;
  planned.plan = sortition::published_plan(pool, sortition::make_plan(pool, options));
  planned.seconds = seconds();
  return planned;
}

}  // namespace wijktafel::app
