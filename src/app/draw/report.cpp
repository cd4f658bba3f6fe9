#include "compute/sortition/report.hpp"

#include <cstdio>
#include <fmt/format.h>

#include "app/draw/draw_files.hpp"
#include "app/draw/draw_json.hpp"
#include "app/draw/draw_text.hpp"
#include "app/draw/requests.hpp"
#include "app/terminal/numbers.hpp"

namespace wijktafel::app {

int run(const DrawReportRequest& asked) {
  const TerminalWords words(terminal_language(asked.language));
  const auto draw = draw_from(draw_files(asked.plan), words);
  if (!draw) return 1;
  const auto report = sortition::report_on(draw->pool, draw->plan);
  if (asked.json) {
    fmt::print("{}", report_json(draw->pool, report));
    return 0;
  }
  fmt::print("{}\n\n{}{}",
             words.text("draw.report.heading", {{"smallest", percent(words, report.smallest)},
                                                {"largest", percent(words, report.largest)},
                                                {"gini", decimal_text(words.language(), report.gini, 3)},
                                                {"mean", percent(words, report.geometric_mean)}}),
             groups_text(words, draw->pool, report), no_chance_text(words, draw->pool, report));
  return 0;
}

}  // namespace wijktafel::app
