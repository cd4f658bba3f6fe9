// The measurements of a goal as a line that needs no script; the table beside it says the same in words.
#include <algorithm>
#include <fmt/format.h>

#include "capabilities/goals/web/shown.hpp"

namespace wijktafel::goals {
namespace {

constexpr double width = 320;
constexpr double height = 100;
constexpr double margin = 8;  // so that a point on the edge is whole

// From `low`..`high` to a coordinate; the middle when they are the same.
double placed(double value, double low, double high, double from, double to) {
  if (low == high) return (from + to) / 2;
  return from + (value - low) / (high - low) * (to - from);
}

std::string in_words(const web::Call& call, const store::Goal& goal, const store::Measurement& first,
                     const store::Measurement& last) {
  return call.text("goals.goal_page.line",
                   {{"from", i18n::number(call.language, first.value)},
                    {"from_day", i18n::short_date(call.language, first.on, call.today)},
                    {"to", i18n::number(call.language, last.value)},
                    {"to_day", i18n::short_date(call.language, last.on, call.today)},
                    {"target", i18n::number(call.language, goal.target)}});
}

}  // namespace

std::optional<GoalLine> goal_line(const web::Call& call, const store::Goal& goal,
                                  const std::vector<store::Measurement>& measurements) {
  if (measurements.size() < 2) return std::nullopt;
  double low = std::min(goal.baseline, goal.target);
  double high = std::max(goal.baseline, goal.target);
  for (const auto& measurement : measurements) {
    low = std::min(low, measurement.value);
    high = std::max(high, measurement.value);
  }
  const auto& first = measurements.front();
  const auto& last = measurements.back();
  const double days = days_between(first.on, last.on);
  const auto y = [&](double value) { return placed(value, low, high, height - margin, margin); };
  GoalLine line{.label = in_words(call, goal, first, last),
                .points = {},
                .target_y = fmt::format("{:.1f}", y(goal.target))};
  for (const auto& measurement : measurements) {
    const double x = placed(days_between(first.on, measurement.on), 0, days, margin, width - margin);
    line.points += fmt::format("{}{:.1f},{:.1f}", line.points.empty() ? "" : " ", x, y(measurement.value));
  }
  return line;
}

}  // namespace wijktafel::goals
