#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

#include "app/draw/draw_files.hpp"
#include "app/draw/draw_json.hpp"
#include "app/draw/draw_text.hpp"
#include "app/draw/planning.hpp"
#include "app/draw/requests.hpp"
#include "app/terminal/files.hpp"
#include "base/text.hpp"
#include "compute/sortition/published_draw_check.hpp"

namespace wijktafel::app {
namespace {

using sortition::Check;

Check check_commitment(const DrawVerify& asked, const sortition::DrawFiles& files) {
  const auto path = (std::filesystem::path(asked.drawn.plan) / commitment_file).string();
  const auto announced = lower_ascii(trimmed(asked.commitment.empty() ? file_text(path) : asked.commitment));
  const auto computed = sortition::commitment(files);
  if (announced == computed) return {"commitment", {}};
  return {"commitment", sortition::Difference{sortition::DrawFile::settings, 0, computed, announced}};
}

// The panel that was announced beside the one that the seed or the number gives.
Check check_panel(const sortition::PublishedDraw& draw, const sortition::Panel& announced,
                  std::size_t number) {
  const auto& panel = draw.lottery.panels[number];
  const auto one_more = std::ranges::mismatch(panel, announced);
  if (one_more.in1 == panel.end() && one_more.in2 == announced.end()) return {"panel", {}};
  const auto id = [&](auto at, auto end) { return at == end ? std::string() : draw.pool.people[*at].id; };
  return {"panel", sortition::Difference{sortition::DrawFile::lottery, number + 2,
                                         id(one_more.in2, announced.end()), id(one_more.in1, panel.end())}};
}

std::string check_text(const TerminalWords& words, const Check& check) {
  const std::string name = words.text("draw.check." + std::string(check.name));
  if (!check.difference) return words.text("draw.verify.right", {{"check", name}});
  const auto& [file, line, found, expected] = *check.difference;
  const bool has_place = check.name != "commitment";
  std::string text = words.text("draw.verify.wrong", {{"check", name}});
  if (has_place)
    text += "\n    " +
            words.text(line == 0 ? "draw.verify.file" : "draw.verify.place",
                       {{"file", std::string(sortition::draw_file_names.at(static_cast<std::size_t>(file)))},
                        {"line", static_cast<std::int64_t>(line)}});
  text += "\n    " + words.text("draw.verify.found", {{"found", found}});
  if (!expected.empty()) text += "\n    " + words.text("draw.verify.expected", {{"expected", expected}});
  return text;
}

bool is_right(const std::vector<Check>& checks) {
  return std::ranges::none_of(checks, [](const Check& check) { return check.difference.has_value(); });
}

// Nothing: something could not be read, and was said.
std::optional<std::vector<Check>> all_checks(const DrawVerify& asked, const sortition::DrawFiles& files,
                                             const sortition::PublishedDraw& draw,
                                             std::optional<std::size_t> number, const TerminalWords& words) {
  std::vector<Check> checks = {check_commitment(asked, files)};
  std::ranges::move(sortition::check_draw(files, draw), std::back_inserter(checks));
  if (number && !asked.drawn.panel.empty()) {
    const auto announced = panel_from(draw, asked.drawn, words);
    if (!announced) return std::nullopt;
    checks.push_back(check_panel(draw, *announced, *number));
  }
  if (is_right(checks) && !asked.quick && draw.plan.status == sortition::PlanStatus::optimal)
    checks.push_back(check_plan(files, draw, make_plan_watched(draw.pool, draw.plan.method, 0, words).plan));
  return checks;
}

}  // namespace

int run(const DrawVerify& asked) {
  const TerminalWords words(terminal_language(asked.language));
  const auto files = draw_files(asked.drawn.plan);
  const auto draw = draw_from(files, words);
  if (!draw) return 1;
  std::optional<std::size_t> number;
  if (asked.drawn.number || !asked.drawn.seed.empty()) {
    number = panel_number(*draw, asked.drawn, words);
    if (!number) return 1;
  }
  const auto checks = all_checks(asked, files, *draw, number, words);
  if (!checks) return 1;
  const bool right = is_right(*checks);
  if (asked.json) {
    fmt::print("{}", verify_json(sortition::commitment(files), *checks, number));
    return right ? 0 : 1;
  }
  for (const auto& check : *checks) fmt::print("{}\n", check_text(words, check));
  const bool is_stopped = draw->plan.status == sortition::PlanStatus::stopped;
  if (right && is_stopped)
    fmt::print("{}\n", words.text("draw.verify.stopped"));
  else if (right && asked.quick)
    fmt::print("{}\n", words.text("draw.verify.quick"));
  if (right && number)
    fmt::print(
        "\n{}\n\n{}",
        words.text("draw.verify.panel", {{"number", panel_name(*number, draw->lottery.panels.size())}}),
        panel_table(words, draw->pool, draw->lottery.panels[*number]));
  const std::string_view yes = is_stopped || asked.quick ? "draw.verify.yes_but" : "draw.verify.yes";
  fmt::print("\n{}\n", words.text(right ? yes : "draw.verify.no"));
  return right ? 0 : 1;
}

}  // namespace wijktafel::app
