#include "app/budget/counting.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "app/terminal/readable.hpp"
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

// Categories and neighbourhoods that are given a maximum and that no plan is in.
Refused unknown_groups(const budgeting::Election& election, const BudgetRule& how,
                       const TerminalWords& words) {
  Refused unknown;
  budgeting::Limits limits;
  for (const auto& [group, most] : how.categories)
    if (!budgeting::cap_category(limits, election, group, 0))
      unknown.push_back(words.text("budget.refused.group", {{"group", group}}));
  for (const auto& [group, most] : how.neighbourhoods)
    if (!budgeting::cap_neighbourhood(limits, election, group, 0))
      unknown.push_back(words.text("budget.refused.group", {{"group", group}}));
  return unknown;
}

budgeting::LimitsOf limits_of(const BudgetRule& how) {
  if (how.threshold == 0 && how.categories.empty() && how.neighbourhoods.empty()) return {};
  return [how](const budgeting::Election& election) {
    budgeting::Limits limits;
    // More than the budget is no limit, and never too large a number.
    const auto money = [&](std::int64_t most) {
      return most > election.budget / election.money_scale ? election.budget : most * election.money_scale;
    };
    if (how.threshold > 0) budgeting::require_support(limits, election, how.threshold);
    for (const auto& [group, most] : how.categories)
      budgeting::cap_category(limits, election, group, money(most));
    for (const auto& [group, most] : how.neighbourhoods)
      budgeting::cap_neighbourhood(limits, election, group, money(most));
    return limits;
  };
}

Result<budgeting::Counted, Refused> made_by(const budgeting::Election& election, const BudgetRule& how,
                                            const TerminalWords& words) {
  if (how.is_official) {
    auto made = budgeting::explained_official_count(election, how.rule.ties);
    if (!made)
      return std::unexpected(Refused{words.text("budget.refused.official", {{"said", made.error()}})});
    return std::move(*made);
  }
  auto made = budgeting::explained_count(election, how.rule, limits_of(how));
  if (made) return std::move(*made);
  static constexpr std::array keys{"too_large", "group_maxima", "too_long"};  // in the order of NoCount
  return std::unexpected(
      Refused{words.text(std::string("budget.refused.") + keys[static_cast<std::size_t>(made.error())])});
}

}  // namespace

Result<CountedFile, Refused> counted(const std::string& name,
                                     std::shared_ptr<const budgeting::Election> election,
                                     const BudgetRule& how, const TerminalWords& words) {
  CountedFile file;
  file.name = name;
  file.election = std::move(election);
  if (auto unknown = unknown_groups(*file.election, how, words); !unknown.empty())
    return std::unexpected(std::move(unknown));
  const auto begin = Stopwatch::now();
  auto made = made_by(*file.election, how, words);
  if (!made) return std::unexpected(std::move(made.error()));
  file.is_official = how.is_official;
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

std::string rule_sentence(const CountedFile& file, const TerminalWords& words) {
  if (file.is_official) return words.text("budget.count.official");
  const auto& rule = file.counted.rule;
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
  return readable_line(plan.name.empty() ? plan.id : plan.id + " " + plan.name);
}

}  // namespace wijktafel::app
