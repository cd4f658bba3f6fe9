#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/survey/estimating.hpp"
#include "app/survey/refusal.hpp"
#include "app/survey/survey.hpp"
#include "app/survey/survey_json.hpp"
#include "app/survey/wave.hpp"
#include "app/terminal/numbers.hpp"
#include "app/terminal/one_line.hpp"
#include "app/terminal/table.hpp"
#include "compute/survey/student.hpp"

namespace wijktafel::app {
namespace {

constexpr double same_totals = 1e-6;  // as a part of the population: what rounded weights leave

struct Waves {
  Wave later;
  std::optional<Wave> earlier;
  std::vector<std::uint32_t> same;
};

std::optional<EstimatedDifference> difference(const Waves& waves, const survey::Suppression& hidden_before,
                                              const EstimatedCell& cell, const survey::Estimate& now) {
  const auto& earlier = *waves.earlier;
  const auto group = earlier.group_named(cell.group);
  if (!group) return std::nullopt;
  const auto answer = earlier.answer_named(cell.answer);
  if (earlier.is_hidden(hidden_before, *group, answer)) return std::nullopt;
  const auto before = earlier.estimate(*group, answer);
  if (!before) return std::nullopt;
  const auto found = waves.same.empty() ? survey::between_waves(*before, now)
                                        : survey::between_waves(*before, now, waves.same);
  const double quantile = survey::student_95(std::min(before->degrees, now.degrees));
  return EstimatedDifference{found.value, found.standard_error, quantile * found.standard_error,
                             found.in_both};
}

std::vector<EstimatedCell> cells_of(const Waves& waves, const EstimateCommand& command) {
  const auto& later = waves.later;
  const auto hidden = later.hidden(command.minimum);
  std::optional<survey::Suppression> hidden_before;
  if (waves.earlier) hidden_before = waves.earlier->hidden(command.minimum);
  std::vector<EstimatedCell> cells;
  for (std::size_t group = 0; group < later.groups().size(); ++group) {
    for (std::size_t answer = 0; answer < later.answers().size(); ++answer) {
      const auto estimate = later.estimate(group, answer);
      if (!estimate) continue;
      EstimatedCell cell{.group = later.groups()[group], .answer = later.answers()[answer]};
      cell.is_hidden = later.is_hidden(hidden, group, answer);
      if (!cell.is_hidden) {
        cell.respondents = later.respondents(group, answer);
        cell.value = estimate->value;
        cell.standard_error = estimate->standard_error;
        cell.degrees = estimate->degrees;
        const double quantile = survey::student_95(estimate->degrees);
        cell.margin = quantile * estimate->standard_error;
        cell.interval =
            command.measure == Measure::share
                ? survey::wilson(estimate->value, survey::effective_for_share(*estimate), quantile)
                : survey::Interval{estimate->value - cell.margin, estimate->value + cell.margin};
        if (hidden_before) cell.difference = difference(waves, *hidden_before, cell, *estimate);
      }
      cells.push_back(std::move(cell));
    }
  }
  return cells;
}

class Report {
 public:
  Report(const Estimating& estimating, const TerminalWords& words) : estimating_(estimating), words_(words) {}

  void print() const {
    std::vector<Table::Column> columns = {{words_.text("survey.estimate.group")},
                                          {words_.text("survey.estimate.answer")},
                                          {heading(), Table::Align::right},
                                          {words_.text("survey.estimate.margin"), Table::Align::right},
                                          {words_.text("survey.estimate.low"), Table::Align::right},
                                          {words_.text("survey.estimate.high"), Table::Align::right},
                                          {words_.text("survey.estimate.respondents"), Table::Align::right}};
    if (estimating_.is_compared) {
      columns.push_back({words_.text("survey.estimate.difference"), Table::Align::right});
      columns.push_back({words_.text("survey.estimate.margin"), Table::Align::right});
    }
    Table table(columns);
    for (const auto& cell : estimating_.cells) table.add(row(cell));
    fmt::print("{}\n", table.text());
    print_notes();
  }

 private:
  std::string heading() const {
    if (estimating_.measure == Measure::share) return words_.text("survey.estimate.share");
    return estimating_.measure == Measure::mean ? words_.text("survey.estimate.mean")
                                                : words_.text("survey.estimate.total");
  }

  std::string number(double value) const {
    if (estimating_.measure == Measure::share) return share_text(words_.language(), value);
    return decimal_text(words_.language(), value, estimating_.measure == Measure::mean ? 2 : 0);
  }

  std::string deviation_text() const {
    const double percent = 100 * estimating_.deviation;
    const int decimals = percent >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(percent)));
    return decimal_text(words_.language(), percent, decimals);
  }

  std::vector<std::string> row(const EstimatedCell& cell) const {
    const auto group = cell.group.empty() ? words_.text("survey.estimate.everybody") : one_line(cell.group);
    std::vector<std::string> cells = {group, one_line(cell.answer)};
    const auto add = [&](bool is_shown, const std::string& text) { cells.push_back(is_shown ? text : "·"); };
    const bool shown = !cell.is_hidden;
    add(shown, number(cell.value));
    add(shown, "± " + number(cell.margin));
    add(shown, number(cell.interval.low));
    add(shown, number(cell.interval.high));
    add(shown, std::to_string(cell.respondents));
    if (!estimating_.is_compared) return cells;
    const auto difference = cell.difference.value_or(EstimatedDifference{});
    add(cell.difference.has_value(), (difference.value > 0 ? "+" : "") + number(difference.value));
    add(cell.difference.has_value(), "± " + number(difference.margin));
    return cells;
  }

  void print_notes() const {
    const auto hidden = std::ranges::count(estimating_.cells, true, &EstimatedCell::is_hidden);
    if (hidden > 0)
      fmt::print("{}\n",
                 words_.text("survey.estimate.hidden", {{"count", static_cast<std::int64_t>(hidden)},
                                                        {"minimum", std::int64_t{estimating_.minimum}}}));
    fmt::print("{}\n", words_.text("survey.estimate.margin_means"));
    if (!estimating_.is_raked) fmt::print("{}\n", words_.text("survey.estimate.not_raked"));
    if (estimating_.deviation > same_totals)
      fmt::print("{}\n", words_.text("survey.estimate.other_totals", {{"percent", deviation_text()}}));
    if (!estimating_.is_compared) return;
    fmt::print("{}\n", estimating_.is_panel ? words_.text("survey.estimate.panel")
                                            : words_.text("survey.estimate.apart"));
  }

  const Estimating& estimating_;
  const TerminalWords& words_;
};

void print_for_people(const Estimating& estimating, const std::string& language) {
  const TerminalWords words(terminal_language(language));
  Report(estimating, words).print();
}

}  // namespace

int run(const EstimateCommand& command) {
  Refusal refusal;
  auto later = Wave::read(command, command.respondents, refusal);
  std::optional<Wave> earlier;
  if (!command.compare.empty()) earlier = Wave::read(command, command.compare, refusal);
  std::vector<std::uint32_t> same;
  if (later && earlier && !command.id.empty()) same = later->same_as(*earlier, command, refusal);
  if (!refusal.empty()) return refusal.say(command.json, command.language);

  const Waves waves{std::move(*later), std::move(earlier), std::move(same)};
  const auto& estimator = waves.later.estimator();
  const Estimating estimating{.question = command.question,
                              .measure = command.measure,
                              .minimum = command.minimum,
                              .respondents = estimator.respondents(),
                              .clusters = estimator.clusters(),
                              .strata = estimator.strata(),
                              .is_raked = !command.targets.empty(),
                              .is_panel = !command.id.empty(),
                              .is_compared = waves.earlier.has_value(),
                              .deviation = waves.later.deviation(),
                              .cells = cells_of(waves, command)};
  if (command.json)
    fmt::print("{}\n", estimating_json(estimating));
  else
    print_for_people(estimating, command.language);
  return 0;
}

}  // namespace wijktafel::app
