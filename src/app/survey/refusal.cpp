#include "app/survey/refusal.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <ranges>

#include "app/survey/survey_json.hpp"
#include "app/terminal/one_line.hpp"
#include "base/result.hpp"
#include "compute/survey/number_text.hpp"

namespace wijktafel::app {
namespace {

using survey::number_text;

constexpr std::size_t most_sentences = 100;  // on a terminal; --json has all

constexpr std::array<std::string_view, 5> mended_by_merging = {
    "empty_level", "level_not_in_population", "cannot_be_met", "not_within_bounds", "weights_vanish"};

// Sums that were computed stand among the facts as JSON has them; what stands in a file is quoted as it is.
bool is_sum(const InputFault& fault, std::size_t fact) {
  if (fault.reason == "totals_disagree") return fact == 1 || fact == 3;
  return (fault.reason == "cannot_be_met" || fault.reason == "not_within_bounds") && (fact == 2 || fact == 3);
}

std::string sum_text(i18n::Language language, std::string sum) {
  if (language == i18n::Language::nl) std::ranges::replace(sum, '.', ',');
  return sum;
}

class ObstacleFaults {
 public:
  ObstacleFaults(const std::vector<survey::Margin>& margins, bool is_bounded)
      : margins_(margins), is_bounded_(is_bounded) {}

  InputFault operator()(const survey::EmptyLevel& obstacle) const {
    return merged({line(obstacle.where), 0, "empty_level", names(obstacle.where)}, obstacle);
  }
  InputFault operator()(const survey::LevelNotInPopulation& obstacle) const {
    return merged({line(obstacle.where), 0, "level_not_in_population", names(obstacle.where)}, obstacle);
  }
  InputFault operator()(const survey::TotalsDisagree& obstacle) const {
    return {margins_[obstacle.second].levels.front().line,
            0,
            "totals_disagree",
            {margins_[obstacle.first].name, number_text(obstacle.first_sum), margins_[obstacle.second].name,
             number_text(obstacle.second_sum)}};
  }
  InputFault operator()(const survey::CannotBeMet& obstacle) const {
    auto facts = names(obstacle.where);
    facts.push_back(number_text(obstacle.wanted));
    facts.push_back(fmt::format("{:.6g}", obstacle.nearest));
    return merged(
        {line(obstacle.where), 0, is_bounded_ ? "not_within_bounds" : "cannot_be_met", std::move(facts)},
        obstacle);
  }
  InputFault operator()(const survey::WeightsVanish& obstacle) const {
    auto facts = names(obstacle.first);
    const auto second = names(obstacle.second);
    facts.insert(facts.end(), second.begin(), second.end());
    return merged({line(obstacle.first), 0, "weights_vanish", std::move(facts)}, obstacle.first,
                  obstacle.merge_with);
  }

 private:
  const survey::Level& level(const survey::LevelOfMargin& where) const {
    return margins_[where.margin].levels[where.level];
  }
  std::size_t line(const survey::LevelOfMargin& where) const { return level(where).line; }
  std::vector<std::string> names(const survey::LevelOfMargin& where) const {
    return {margins_[where.margin].name, level(where).name};
  }
  template <class Obstacle>
  InputFault merged(InputFault fault, const Obstacle& obstacle) const {
    return merged(std::move(fault), obstacle.where, obstacle.merge_with);
  }
  // The level to merge with is the last fact; empty when there is none.
  InputFault merged(InputFault fault, const survey::LevelOfMargin& where,
                    std::optional<std::size_t> with) const {
    fault.facts.push_back(with ? margins_[where.margin].levels[*with].name : std::string());
    return fault;
  }

  const std::vector<survey::Margin>& margins_;
  bool is_bounded_;
};

}  // namespace

void Refusal::add(const std::string& file, const std::vector<InputFault>& faults) {
  for (const auto& fault : faults) faults_.push_back({file, fault});
}

int Refusal::say(bool as_json, const std::string& language) const {
  if (as_json) {
    fmt::print("{}\n", refused_json(faults_));
    return 1;
  }
  const TerminalWords words(terminal_language(language));
  for (const auto& fault : faults_ | std::views::take(most_sentences))
    fmt::print(stderr, "{}\n", sentence(fault, words));
  if (faults_.size() > most_sentences) fmt::print(stderr, "...\n");
  fmt::print(stderr, "{}\n",
             words.text("survey.refused_count", {{"count", static_cast<std::int64_t>(faults_.size())}}));
  return 1;
}

std::vector<InputFault> faults_of(std::span<const survey::Obstacle> obstacles,
                                  const std::vector<survey::Margin>& margins, bool is_bounded) {
  std::vector<InputFault> faults;
  for (const auto& obstacle : obstacles)
    faults.push_back(std::visit(ObstacleFaults(margins, is_bounded), obstacle));
  return faults;
}

std::string sentence(const FileFault& fault, const TerminalWords& words) {
  std::string text = fault.file;
  if (fault.fault.line > 0) text += fmt::format(":{}", fault.fault.line);
  if (fault.fault.column > 0) text += fmt::format(":{}", fault.fault.column);
  i18n::Arguments arguments;
  for (std::size_t i = 0; i < fault.fault.facts.size(); ++i)
    arguments.emplace_back(fmt::format("fact{}", i), is_sum(fault.fault, i)
                                                         ? sum_text(words.language(), fault.fault.facts[i])
                                                         : one_line(fault.fault.facts[i]));
  text += ": " + words.text(fmt::format("survey.refused.{}", fault.fault.reason), arguments);
  if (std::ranges::find(mended_by_merging, fault.fault.reason) == mended_by_merging.end()) return text;
  const auto& level = fault.fault.facts.back();
  text += " " + (level.empty() ? words.text("survey.merge.none")
                               : words.text("survey.merge.with", {{"level", level}}));
  return text;
}

}  // namespace wijktafel::app
