// budget explain: one plan or all, and the election as a whole.
#include <cstdio>
#include <fmt/format.h>

#include "app/budget/budget_json.hpp"
#include "app/budget/count_table.hpp"
#include "app/budget/explain_text.hpp"
#include "app/terminal/progress.hpp"
#include "compute/budgeting/representation.hpp"

namespace wijktafel::app {
namespace {

std::vector<budgeting::ProjectIndex> asked_for(const budgeting::Election& election, const std::string& id,
                                               const TerminalWords& words) {
  std::vector<budgeting::ProjectIndex> projects;
  for (budgeting::ProjectIndex project = 0; project < election.projects.size(); ++project)
    if (id.empty() || election.projects[project].id == id) projects.push_back(project);
  if (projects.empty() && !id.empty()) throw Failure(words.text("budget.refused.project", {{"id", id}}));
  return projects;
}

ElectionReport report_on(const CountedFile& file) {
  const auto& election = *file.election;
  ElectionReport report;
  report.voters = budgeting::voter_report(election, file.counted.rule.utility, file.counted.outcome.selected);
  report.within_budget = !budgeting::budget_fault(election, file.counted.outcome);
  const budgeting::Support support(election, file.counted.rule.utility);
  std::vector<budgeting::ProjectIndex> denied;
  for (const auto& group :
       budgeting::unserved_groups(election, support, file.counted.outcome, file.counted.limits))
    denied.push_back(group.project);
  report.against_ejr_plus = std::move(denied);
  return report;
}

}  // namespace

int run(const BudgetExplain& explain) {
  const TerminalWords words(terminal_language(explain.language));
  const auto file = counted_file(explain.path, explain.how, words);
  if (!file) {
    print_refused(explain.path, file.error(), words);
    return 1;
  }
  const auto projects = asked_for(*file->election, explain.project, words);
  budgeting::Explainer explainer(file->counted);
  std::vector<budgeting::ProjectExplanation> explained;
  {
    Progress progress;
    for (const auto project : projects) {
      progress.say([&] {
        return words.text("budget.progress.plans", {{"done", static_cast<std::int64_t>(explained.size())},
                                                    {"all", static_cast<std::int64_t>(projects.size())}});
      });
      explained.push_back(explainer.explain(project));
    }
  }
  const auto report = report_on(*file);
  if (explain.json) {
    fmt::print("{}\n", explain_json(*file, report, explained));
    return 0;
  }
  std::string text =
      count_beginning(*file, words, words.text("budget.explain.heading", {{"file", file->name}}));
  for (const auto& project : explained) text += project_explained(*file, project, words);
  fmt::print("{}", text + (explain.project.empty() ? voters_explained(*file, report, words) : ""));
  return 0;
}

}  // namespace wijktafel::app
