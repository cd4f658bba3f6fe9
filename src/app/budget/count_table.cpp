#include "app/budget/count_table.hpp"

#include "app/budget/money_text.hpp"
#include "app/terminal/table.hpp"
#include "compute/budgeting/voter_report.hpp"

namespace wijktafel::app {
namespace {

constexpr std::size_t widest_name = 60;

std::string plans_text(const CountedFile& file, const TerminalWords& words) {
  const auto& election = *file.election;
  const MoneyText money(words.language(), election);
  std::vector<std::uint64_t> votes(election.projects.size());
  for (budgeting::BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
    for (const auto project : election.choices_of(ballot)) votes[project] += election.weights[ballot];
  Table table({{words.text("budget.column.place"), Table::Align::right},
               {words.text("budget.column.project")},
               {words.text("budget.column.name"), Table::Align::left, widest_name},
               {words.text("budget.column.votes"), Table::Align::right},
               {words.text("budget.column.cost"), Table::Align::right}});
  std::size_t place = 0;
  for (const auto project : file.counted.outcome.selected) {
    const auto& plan = election.projects[project];
    table.add({std::to_string(++place), plan.id, plan.name,
               i18n::number(words.language(), static_cast<std::int64_t>(votes[project])),
               money.text(plan.cost)});
  }
  return table.empty() ? "" : table.text() + "\n";
}

std::string partly_text(const CountedFile& file, const TerminalWords& words) {
  if (!file.counted.partly) return {};
  const auto& election = *file.election;
  const MoneyText money(words.language(), election);
  return words.text("budget.count.partly",
                    {{"plan", project_text(election, *file.counted.partly)},
                     {"left", money.text(election.budget - file.counted.outcome.cost)},
                     {"cost", money.text(election.projects[*file.counted.partly].cost)}}) +
         "\n\n";
}

std::string ties_text(const CountedFile& file, const TerminalWords& words) {
  const auto& ties = file.counted.outcome.ties;
  if (ties.empty()) return {};
  std::string text = words.text("budget.tie.heading") + "\n";
  for (const auto& tie : ties) {
    std::vector<std::string> among;
    among.reserve(tie.among.size());
    for (const auto project : tie.among) among.push_back(file.election->projects[project].id);
    const i18n::Arguments named{{"among", i18n::listed(words.language(), among)},
                                {"chosen", file.election->projects[tie.chosen].id}};
    text += "  ";
    if (!tie.changes_outcome)
      text += words.text("budget.tie.unknown", named);
    else
      text += *tie.changes_outcome ? words.text("budget.tie.changes", named)
                                   : words.text("budget.tie.changes_not", named);
    text += "\n";
  }
  return text + "\n";
}

std::string served_text(const CountedFile& file, const TerminalWords& words) {
  const auto report =
      budgeting::voter_report(*file.election, file.counted.rule.utility, file.counted.outcome.selected);
  if (report.all.voters == 0) return {};
  const double percent =
      100 * static_cast<double>(report.all.with_something) / static_cast<double>(report.all.voters);
  const auto number = [&](std::uint64_t value) {
    return i18n::number(words.language(), static_cast<std::int64_t>(value));
  };
  return words.text("budget.count.served", {{"served", number(report.all.with_something)},
                                            {"voters", number(report.all.voters)},
                                            {"percent", i18n::number(words.language(), percent)}}) +
         "\n";
}

}  // namespace

std::string count_beginning(const CountedFile& file, const TerminalWords& words, const std::string& heading) {
  const auto& election = *file.election;
  const auto& outcome = file.counted.outcome;
  const MoneyText money(words.language(), election);
  std::string text = heading + "\n\n" + rule_sentence(file, words) + "\n";
  if (const auto& asked = outcome.majority) {
    const i18n::Arguments voters{{"shares", static_cast<std::int64_t>(asked->prefer_shares)},
                                 {"greedy", static_cast<std::int64_t>(asked->prefer_greedy)}};
    text += (asked->is_greedy_bought() ? words.text("budget.count.comparison_switched", voters)
                                       : words.text("budget.count.comparison_kept", voters)) +
            "\n";
  }
  text += words.text("budget.count.money", {{"budget", money.text(election.budget)},
                                            {"cost", money.text(outcome.cost)},
                                            {"left", money.text(election.budget - outcome.cost)}}) +
          "\n";
  text +=
      words.text("budget.count.voters", {{"voters", static_cast<std::int64_t>(election.voters)},
                                         {"projects", static_cast<std::int64_t>(election.projects.size())},
                                         {"selected", static_cast<std::int64_t>(outcome.selected.size())}}) +
      "\n\n";
  return text;
}

std::string count_text(const CountedFile& file, const TerminalWords& words) {
  return count_beginning(file, words, words.text("budget.count.heading", {{"file", file.name}})) +
         plans_text(file, words) + partly_text(file, words) + ties_text(file, words) +
         served_text(file, words);
}

}  // namespace wijktafel::app
