#include "app/budget/counting.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "compute/budgeting/explained_count.hpp"
#include "compute/budgeting/rule_text.hpp"

namespace wijktafel::app {
namespace {

using Stopwatch = std::chrono::steady_clock;

double seconds_since(Stopwatch::time_point begin) {
  return std::chrono::duration<double>(Stopwatch::now() - begin).count();
}

std::string completion_sentence(const budgeting::Completion& step, const TerminalWords& words) {
  switch (step.kind) {
    case budgeting::Completion::Kind::add_one: return words.text("budget.completion.add_one");
    case budgeting::Completion::Kind::increase:
      return words.text("budget.completion.increase",
                        {{"percent", static_cast<double>(step.increase_permyriad) / 100}});
    case budgeting::Completion::Kind::greedy: break;
  }
  return words.text("budget.completion.greedy",
                    {{"utility", words.text("budget.utility." + budgeting::text_of(step.utility))}});
}

}  // namespace

Result<CountedFile, Refused> counted(const std::string& name,
                                     std::shared_ptr<const budgeting::Election> election,
                                     const BudgetRule& how, const TerminalWords& words) {
  CountedFile file;
  file.name = name;
  file.election = std::move(election);
  const auto begin = Stopwatch::now();
  auto made = budgeting::explained_count(*file.election, how.rule);
  if (!made)
    return std::unexpected(
        Refused{words.text(made.error() == budgeting::NoOptimum::too_large ? "budget.refused.too_large"
                                                                           : "budget.refused.group_maxima")});
  file.counted = std::move(*made);
  file.count_seconds = seconds_since(begin);
  budgeting::find_consequences(file.counted);
  return file;
}

Result<CountedFile, Refused> counted_file(const std::string& path, const BudgetRule& how,
                                          const TerminalWords& words) {
  const auto begin = Stopwatch::now();
  auto election = election_from(path, how.rule, words);
  const double seconds = seconds_since(begin);
  if (!election) return std::unexpected(std::move(election.error()));
  auto file =
      counted(file_name(path), std::make_shared<const budgeting::Election>(std::move(*election)), how, words);
  if (file) file->parse_seconds = seconds;
  return file;
}

std::string rule_phrase(const budgeting::Rule& rule, const TerminalWords& words) {
  auto name = budgeting::text_of(rule.name);
  std::ranges::replace(name, '-', '_');
  auto phrase = words.text("budget.rule." + name);
  if (budgeting::knows_utilities(rule.name))
    phrase += ", " + words.text("budget.utility." + budgeting::text_of(rule.utility));
  if (!rule.completions.empty()) phrase += " (" + budgeting::text_of(rule.completions) + ")";
  return phrase;
}

std::string rule_sentence(const budgeting::Rule& rule, const TerminalWords& words) {
  auto alone = rule;
  alone.completions.clear();
  auto sentence = words.text("budget.count.rule", {{"rule", rule_phrase(alone, words)}});
  for (const auto& step : rule.completions)
    sentence +=
        " " + words.text("budget.count.completion", {{"completion", completion_sentence(step, words)}});
  return sentence;
}

std::string project_text(const budgeting::Election& election, budgeting::ProjectIndex project) {
  const auto& plan = election.projects[project];
  return plan.name.empty() ? plan.id : plan.id + " " + plan.name;
}

}  // namespace wijktafel::app
