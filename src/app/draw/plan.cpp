#include <cstdio>
#include <fmt/format.h>

#include "app/draw/draw_files.hpp"
#include "app/draw/draw_json.hpp"
#include "app/draw/draw_text.hpp"
#include "app/draw/planning.hpp"
#include "app/draw/requests.hpp"
#include "app/terminal/numbers.hpp"
#include "compute/sortition/plan_names.hpp"

namespace wijktafel::app {
namespace {

using sortition::PlanStatus;

std::string summary(const TerminalWords& words, const sortition::Pool& pool, const Planned& planned) {
  const auto& plan = planned.plan;
  const auto count = [](std::size_t number) { return static_cast<std::int64_t>(number); };
  const auto report = sortition::report_on(pool, plan);
  std::string text = words.text("draw.plan.heading", {{"size", pool.panel_size},
                                                      {"people", count(pool.people.size())},
                                                      {"types", count(plan.types)}}) +
                     "\n";
  text += words.text("draw.plan.method." + std::string(name_of(plan.method))) + "\n";
  if (plan.panels.empty()) return text + words.text("draw.plan.nothing_yet") + "\n";
  if (plan.status == PlanStatus::stopped)
    text += words.text("draw.plan.stopped") + "\n";
  else if (plan.method != sortition::Method::stratified)
    text += words.text(plan.certificate.is_exact ? "draw.plan.exact" : "draw.plan.proved",
                       {{"claim", words.text("draw.plan.claim." + std::string(name_of(plan.method)))},
                        {"gap", fmt::format("{:.1e}", plan.certificate.gap)}}) +
            "\n";
  text += words.text("draw.plan.chances", {{"smallest", percent(words, report.smallest)},
                                           {"largest", percent(words, report.largest)},
                                           {"panels", count(plan.panels.size())}}) +
          "\n";
  // Of the other methods the bound is about another number than a chance.
  if (plan.method == sortition::Method::leximin || plan.method == sortition::Method::maximin)
    text += words.text("draw.plan.bound", {{"bound", percent(words, plan.certificate.dual_bound)}}) + "\n";
  text += "\n";
  text += groups_text(words, pool, report);
  return text + no_chance_text(words, pool, report);
}

// Gives the commitment; nothing when there were other files in the way.
std::optional<std::string> write_files(const DrawPlan& asked, const sortition::Pool& pool,
                                       const sortition::Plan& plan, const TerminalWords& words) {
  const auto lottery = sortition::make_lottery(pool, plan, asked.lottery);
  if (lottery.person_deviation > 1 + 1e-6)
    refuse(words.text("draw.plan.deviation",
                      {{"panels", decimal_text(words.language(), lottery.person_deviation, 2)}}));
  if (lottery.feature_deviation > 1 + 1e-6)
    refuse(words.text("draw.plan.group_deviation",
                      {{"panels", decimal_text(words.language(), lottery.feature_deviation, 2)}}));
  const auto files =
      sortition::publish(asked.publish_ids ? pool : sortition::with_row_numbers(pool), plan, lottery);
  if (!write_draw(asked.out, files, words)) return std::nullopt;
  return sortition::commitment(files);
}

}  // namespace

int run(const DrawPlan& asked) {
  const TerminalWords words(terminal_language(asked.language));
  const auto pool = pool_from(asked.input, words);
  if (!pool) return 1;
  const auto planned = make_plan_watched(*pool, asked.method, asked.time_limit, words);
  const auto status = planned.plan.status;
  if (asked.json) fmt::print("{}", plan_json(*pool, planned.plan, planned.seconds));
  if (status == PlanStatus::infeasible) {
    refuse(words.text("draw.plan.infeasible"));
    const sortition::Completion completion(*pool, {}, sortition::everybody(*pool));
    if (const auto clash = sortition::find_clash(*pool, completion))
      fmt::print(stderr, "{}", clash_text(words, *pool, *clash));
    refuse(words.text("draw.plan.relax"));
    return 1;
  }
  if (!asked.json) fmt::print("{}", summary(words, *pool, planned));
  if (!asked.out.empty() && !planned.plan.panels.empty()) {
    const auto commitment = write_files(asked, *pool, planned.plan, words);
    if (!commitment) return 1;
    if (!asked.json)
      fmt::print("\n{}\n{}\n", words.text("draw.plan.written", {{"folder", asked.out}}),
                 words.text("draw.plan.commitment", {{"commitment", *commitment}}));
  }
  if (status != PlanStatus::stopped) return 0;
  refuse(words.text("draw.plan.not_optimal"));
  return 1;
}

}  // namespace wijktafel::app
