#include <cstdio>
#include <fmt/format.h>

#include "app/draw/draw_files.hpp"
#include "app/draw/draw_json.hpp"
#include "app/draw/draw_text.hpp"
#include "app/draw/requests.hpp"
#include "app/terminal/files.hpp"

namespace wijktafel::app {
namespace {

std::string change_text(const TerminalWords& words, const sortition::Pool& pool,
                        const sortition::QuotaChange& change) {
  const auto& feature = pool.features[change.feature];
  return words.text(change.is_minimum ? "draw.relax.lower" : "draw.relax.raise",
                    {{"group", fmt::format("{}: {}", feature.category, feature.value)},
                     {"from", change.from},
                     {"to", change.to}});
}

}  // namespace

int run(const DrawRelax& asked) {
  const TerminalWords words(terminal_language(asked.language));
  DrawInput input = asked.input;
  input.reading.sums_must_fit = false;
  const auto pool = pool_from(input, words);
  if (!pool) return 1;
  const sortition::Completion completion(*pool, {}, sortition::everybody(*pool));
  auto clash = sortition::find_clash(*pool, completion);
  std::optional<sortition::Relaxation> relaxation;
  if (clash) relaxation = sortition::relax_quotas(*pool, completion);
  // What the first search left open, the second settled: nothing has to change.
  const bool is_unchanged = relaxation && relaxation->changes.empty();
  if (is_unchanged && relaxation->is_smallest) clash.reset();
  const bool is_found = relaxation && !is_unchanged;
  if (is_found && !asked.out.empty())
    write_file(asked.out, sortition::quotas_text(sortition::relaxed(*pool, relaxation->changes)));
  const int status = !clash || is_found ? 0 : 1;
  if (asked.json) {
    fmt::print("{}", relax_json(*pool, clash, relaxation));
    return status;
  }
  if (!clash) {
    fmt::print("{}\n", words.text("draw.relax.feasible"));
    return status;
  }
  fmt::print("{}\n", clash_text(words, *pool, *clash));
  if (!relaxation) {
    fmt::print("{}\n", words.text("draw.relax.impossible"));
    return status;
  }
  if (!is_found) {
    fmt::print("{}\n", words.text("draw.relax.not_found"));
    return status;
  }
  fmt::print("{}\n", words.text(relaxation->is_smallest ? "draw.relax.heading" : "draw.relax.not_smallest"));
  for (const auto& change : relaxation->changes) fmt::print("  - {}\n", change_text(words, *pool, change));
  if (!relaxation->is_within_limits)
    fmt::print("{}\n", words.text(relaxation->is_smallest ? "draw.relax.beyond_limits"
                                                          : "draw.relax.beyond_unproved"));
  if (!asked.out.empty()) fmt::print("{}\n", words.text("draw.relax.written", {{"file", asked.out}}));
  return status;
}

}  // namespace wijktafel::app
