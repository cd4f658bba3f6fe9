#include <cstdio>
#include <fmt/format.h>

#include "app/draw/draw_files.hpp"
#include "app/draw/draw_json.hpp"
#include "app/draw/draw_text.hpp"
#include "app/draw/requests.hpp"
#include "app/terminal/files.hpp"

namespace wijktafel::app {

int run(const DrawPick& asked) {
  const TerminalWords words(terminal_language(asked.language));
  const auto draw = draw_from(draw_files(asked.drawn.plan), words);
  if (!draw) return 1;
  const auto number = panel_number(*draw, asked.drawn, words);
  if (!number) return 1;
  const auto& panel = draw->lottery.panels[*number];
  if (!sortition::meets_quotas(draw->pool, panel)) {
    refuse(words.text("draw.refused.panel"));
    return 1;
  }
  if (!asked.out.empty()) write_file(asked.out, sortition::panel_text(draw->pool, panel));
  if (asked.json) {
    fmt::print("{}", pick_json(draw->pool, *number, asked.drawn.seed, panel));
    return 0;
  }
  fmt::print(
      "{}\n\n{}",
      words.text("draw.pick.heading", {{"number", panel_name(*number, draw->lottery.panels.size())},
                                       {"panels", static_cast<std::int64_t>(draw->lottery.panels.size())}}),
      panel_table(words, draw->pool, panel));
  return 0;
}

}  // namespace wijktafel::app
