#include "compute/sortition/alternates.hpp"

#include <cstdio>
#include <fmt/format.h>

#include "app/draw/draw_files.hpp"
#include "app/draw/draw_json.hpp"
#include "app/draw/draw_text.hpp"
#include "app/draw/requests.hpp"
#include "app/terminal/files.hpp"

namespace wijktafel::app {
namespace {

std::optional<sortition::DropOut> drop_out_of(const DrawAlternates& asked, const sortition::Pool& pool,
                                              const TerminalWords& words) {
  if (asked.drop_out_file.empty()) return sortition::DropOut{asked.drop_out, {}};
  auto read = sortition::read_drop_out(file_text(asked.drop_out_file), pool, asked.drop_out);
  if (read) return std::move(*read);
  refuse(words, asked.drop_out_file, read.error());
  return std::nullopt;
}

}  // namespace

int run(const DrawAlternates& asked) {
  const TerminalWords words(terminal_language(asked.language));
  const auto draw = draw_from(draw_files(asked.drawn.plan), words);
  if (!draw) return 1;
  const auto& pool = draw->pool;
  const auto panel = panel_from(*draw, asked.drawn, words);
  const auto drop_out = drop_out_of(asked, pool, words);
  if (!panel || !drop_out) return 1;
  if (!sortition::meets_quotas(pool, *panel)) {
    refuse(words.text("draw.refused.panel"));
    return 1;
  }
  const auto count = asked.count > 0 ? asked.count : (panel->size() + 3) / 4;
  const auto alternates = sortition::choose_alternates(pool, *panel, *drop_out, count, asked.drawn.seed);
  if (!asked.out.empty()) {
    // As a panel is written, but in the order in which they are asked.
    write_file(asked.out, sortition::panel_text(pool, alternates.ranked));
  }
  if (asked.json) {
    fmt::print("{}", alternates_json(pool, alternates));
    return 0;
  }
  fmt::print(
      "{}\n\n{}\n",
      words.text("draw.alternates.heading", {{"count", static_cast<std::int64_t>(alternates.ranked.size())}}),
      panel_table(words, pool, alternates.ranked));
  fmt::print("{}\n",
             words.text("draw.alternates.worth", {{"drop_outs", one_decimal(words, alternates.drop_outs)},
                                                  {"whole", percent(words, alternates.whole)},
                                                  {"anybody", percent(words, alternates.whole_by_anybody)}}));
  return 0;
}

}  // namespace wijktafel::app
