#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <numeric>

#include "app/survey/refusal.hpp"
#include "app/survey/survey.hpp"
#include "app/survey/survey_json.hpp"
#include "app/survey/weighing.hpp"
#include "app/terminal/files.hpp"
#include "app/terminal/numbers.hpp"
#include "app/terminal/one_line.hpp"
#include "app/terminal/table.hpp"
#include "compute/survey/number_text.hpp"

namespace wijktafel::app {
namespace {

using survey::number_text;

std::vector<WeighedLevel> levels_of(const std::vector<survey::Margin>& margins, const survey::Sample& sample,
                                    const std::vector<double>& weights) {
  std::vector<WeighedLevel> levels;
  for (std::size_t m = 0; m < margins.size(); ++m) {
    const auto first = levels.size();
    for (const auto& level : margins[m].levels)
      levels.push_back({.variable = margins[m].name, .level = level.name, .total = level.total});
    for (std::size_t i = 0; i < weights.size(); ++i) {
      auto& level = levels[first + sample.margins[m].level_of[i]];
      ++level.respondents;
      level.weighted += weights[i];
    }
  }
  return levels;
}

// Reads and checks both files; what is wrong is in `refusal`.
survey::Sample read_sample(const WeighCommand& command, const survey::Respondents& respondents,
                           std::vector<survey::Margin>& margins, Refusal& refusal) {
  survey::Sample sample;
  if (command.base.empty()) {
    sample.base.assign(respondents.size(), 1.0);
  } else if (auto base = survey::positive_numbers(respondents, command.base)) {
    sample.base = std::move(*base);
  } else {
    refusal.add(command.respondents, base.error());
  }
  if (respondents.column(command.weight))
    refusal.add(command.respondents, {{1, 0, "column_exists", {command.weight}}});
  const double base_sum = std::accumulate(sample.base.begin(), sample.base.end(), 0.0);
  survey::shares_to_counts(margins, command.population.value_or(base_sum));
  if (auto coded = survey::coded(respondents, margins))
    sample.margins = std::move(*coded);
  else
    refusal.add(command.respondents, coded.error());
  return sample;
}

void print_for_people(std::FILE* out, const Weighing& weighing, const TerminalWords& words) {
  const auto language = words.language();
  Table table({{words.text("survey.weigh.variable")},
               {words.text("survey.weigh.level")},
               {words.text("survey.weigh.respondents"), Table::Align::right},
               {words.text("survey.weigh.in_sample"), Table::Align::right},
               {words.text("survey.weigh.in_population"), Table::Align::right},
               {words.text("survey.weigh.weighted"), Table::Align::right}});
  const auto people = static_cast<double>(weighing.raked.weights.size());
  for (const auto& level : weighing.levels)
    table.add({one_line(level.variable), one_line(level.level), std::to_string(level.respondents),
               share_text(language, static_cast<double>(level.respondents) / people),
               share_text(language, level.total / weighing.population),
               share_text(language, level.weighted / weighing.population)});
  fmt::print(out, "{}\n", table.text());
  const auto count = static_cast<std::int64_t>(weighing.raked.weights.size());
  fmt::print(out, "{}\n", words.text("survey.weigh.done", {{"count", count}, {"file", weighing.file}}));
  const auto& precision = weighing.precision;
  fmt::print(out, "{}\n",
             words.text("survey.weigh.weights",
                        {{"smallest", i18n::number(language, precision.smallest / precision.mean * 100)},
                         {"largest", i18n::number(language, precision.largest / precision.mean * 100)}}));
  fmt::print(
      out, "{}\n",
      words.text("survey.weigh.effect",
                 {{"effect", decimal_text(language, precision.design_effect, 2)},
                  {"count", count},
                  {"effective", static_cast<std::int64_t>(std::llround(precision.effective_sample))}}));
  if (!weighing.raked.missed.empty()) fmt::print(out, "\n{}\n", words.text("survey.weigh.missed"));
  for (const auto& missed : weighing.missed)
    fmt::print(
        out, "- {}\n",
        words.text("survey.weigh.missed_total", {{"variable", missed.variable},
                                                 {"level", missed.level},
                                                 {"wanted", i18n::number(language, missed.total)},
                                                 {"reached", i18n::number(language, missed.weighted)}}));
}

}  // namespace

int run(const WeighCommand& command) {
  Refusal refusal;
  const auto targets_text = file_text(command.targets);
  const auto respondents_text = file_text(command.respondents);
  auto margins = survey::read_targets(targets_text);
  if (!margins) refusal.add(command.targets, margins.error());
  const auto respondents = survey::Respondents::read(respondents_text);
  if (!respondents) refusal.add(command.respondents, respondents.error());
  if (!refusal.empty()) return refusal.say(command.json, command.language);
  const auto sample = read_sample(command, *respondents, *margins, refusal);
  if (!refusal.empty()) return refusal.say(command.json, command.language);

  survey::Limits limits{.max_weight = command.max_weight};
  if (!command.bounds.empty()) limits.bounds = survey::Bounds{command.bounds[0], command.bounds[1]};
  auto raked = survey::rake(sample, limits);
  if (!raked) {
    refusal.add(command.targets, faults_of(raked.error(), *margins, limits.bounds.has_value()));
    return refusal.say(command.json, command.language);
  }
  Weighing weighing{.file = command.out, .raked = std::move(*raked)};
  std::vector<std::string> cells;
  cells.reserve(weighing.raked.weights.size());
  for (const double weight : weighing.raked.weights) cells.push_back(number_text(weight));
  write_file(command.out, respondents->with_column(command.weight, cells));

  weighing.precision = survey::precision(weighing.raked.weights);
  weighing.levels = levels_of(*margins, sample, weighing.raked.weights);
  for (const auto& level : margins->front().levels) weighing.population += level.total;
  for (const auto& missed : weighing.raked.missed)
    weighing.missed.push_back({.variable = (*margins)[missed.where.margin].name,
                               .level = (*margins)[missed.where.margin].levels[missed.where.level].name,
                               .total = missed.wanted,
                               .weighted = missed.reached});
  // The file may go to standard output: what is said about it goes beside it.
  std::FILE* out = command.out == "-" ? stderr : stdout;
  if (command.json)
    fmt::print(out, "{}\n", weighing_json(weighing));
  else
    print_for_people(out, weighing, TerminalWords(terminal_language(command.language)));
  return 0;
}

}  // namespace wijktafel::app
