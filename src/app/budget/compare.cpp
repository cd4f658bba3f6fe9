// budget compare: all rules that fit the ballots side by side.
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

#include "app/budget/budget_json.hpp"
#include "app/budget/explain_text.hpp"
#include "app/budget/money_text.hpp"
#include "app/terminal/numbers.hpp"
#include "app/terminal/table.hpp"

namespace wijktafel::app {
namespace {

using budgeting::Completion;
using budgeting::RuleName;
using budgeting::Utility;

// The greedy count first, as most cities count; others are told beside it.
std::vector<budgeting::Rule> rules_for(const budgeting::Election& election,
                                       const budgeting::TieBreaking& ties) {
  const Completion by_cost{.kind = Completion::Kind::greedy, .utility = Utility::cost};
  std::vector<budgeting::Rule> rules{
      {RuleName::greedy, Utility::cost, {}, ties},
      {RuleName::greedy, Utility::cardinality, {}, ties},
      {RuleName::equal_shares, Utility::cost, {}, ties},
      {RuleName::equal_shares, Utility::cost, {{.kind = Completion::Kind::add_one}, by_cost}, ties},
      {RuleName::equal_shares, Utility::cardinality, {}, ties},
      {RuleName::phragmen, Utility::cost, {}, ties},
      {RuleName::phragmen_skip, Utility::cost, {}, ties},
      {RuleName::optimum, Utility::cost, {}, ties}};
  const auto add = [&](Utility utility) {
    rules.push_back({RuleName::greedy, utility, {}, ties});
    rules.push_back({RuleName::equal_shares, utility, {}, ties});
  };
  if (election.type == budgeting::BallotType::cumulative || election.type == budgeting::BallotType::scoring)
    add(Utility::points);
  if (election.type == budgeting::BallotType::ordinal) add(Utility::borda);
  return rules;
}

bool is_selected(const ComparedRule& rule, budgeting::ProjectIndex project) {
  const auto& selected = rule.file.counted.outcome.selected;
  return std::ranges::find(selected, project) != selected.end();
}

std::string number(const TerminalWords& words, std::uint64_t value) {
  return i18n::number(words.language(), static_cast<std::int64_t>(value));
}

std::string overview(const std::vector<ComparedRule>& rules, const TerminalWords& words) {
  const MoneyText money(words.language(), *rules.front().file.election);
  Table table({{words.text("budget.column.place"), Table::Align::right},
               {words.text("budget.column.rule")},
               {words.text("budget.column.chosen"), Table::Align::right},
               {words.text("budget.column.spent"), Table::Align::right},
               {words.text("budget.column.served"), Table::Align::right},
               {words.text("budget.column.gini"), Table::Align::right},
               {words.text("budget.column.better"), Table::Align::right},
               {words.text("budget.column.worse"), Table::Align::right},
               {words.text("budget.column.same"), Table::Align::right}});
  std::size_t place = 0;
  for (const auto& rule : rules) {
    const auto& outcome = rule.file.counted.outcome;
    const bool is_first = place == 0;
    const auto& difference = rule.difference.all;
    table.add({std::to_string(++place), rule_phrase(rule.file.counted.rule, words),
               number(words, outcome.selected.size()), money.text(outcome.cost),
               number(words, rule.voters.all.with_something),
               decimal_text(words.language(), rule.voters.all.gini, 2),
               is_first ? "" : number(words, difference.better),
               is_first ? "" : number(words, difference.worse),
               is_first ? "" : number(words, difference.same)});
  }
  return table.text();
}

// A row for each plan that some rule buys, a column for each rule.
std::string plans_table(const std::vector<ComparedRule>& rules, const TerminalWords& words) {
  const auto& election = *rules.front().file.election;
  const MoneyText money(words.language(), election);
  std::vector<Table::Column> columns{{words.text("budget.column.project")},
                                     {words.text("budget.column.name"), Table::Align::left, 40},
                                     {words.text("budget.column.cost"), Table::Align::right}};
  for (std::size_t place = 1; place <= rules.size(); ++place) columns.push_back({std::to_string(place)});
  Table table(std::move(columns));
  for (budgeting::ProjectIndex project = 0; project < election.projects.size(); ++project) {
    std::vector<std::string> row{election.projects[project].id, election.projects[project].name,
                                 money.text(election.projects[project].cost)};
    bool by_any = false;
    for (const auto& rule : rules) {
      row.emplace_back(is_selected(rule, project) ? "x" : "");
      by_any = by_any || is_selected(rule, project);
    }
    if (by_any) table.add(std::move(row));
  }
  return table.text();
}

std::string groups_table(const std::vector<ComparedRule>& rules, const TerminalWords& words) {
  if (rules.front().difference.groups.empty()) return {};
  Table table({{words.text("budget.column.rule")},
               {words.text("budget.column.group")},
               {words.text("budget.column.better"), Table::Align::right},
               {words.text("budget.column.worse"), Table::Align::right},
               {words.text("budget.column.same"), Table::Align::right}});
  for (std::size_t place = 1; place < rules.size(); ++place)
    for (const auto& group : rules[place].difference.groups)
      table.add({rule_phrase(rules[place].file.counted.rule, words),
                 group_text(words, group.column, group.value), number(words, group.difference.better),
                 number(words, group.difference.worse), number(words, group.difference.same)});
  return "\n" + table.text();
}

}  // namespace

int run(const BudgetCompare& compare) {
  const TerminalWords words(terminal_language(compare.language));
  auto read = election_from(compare.path, {.utility = Utility::cost, .completions = {}, .ties = {}}, words);
  if (!read) {
    print_refused(compare.path, read.error(), words);
    return 1;
  }
  const auto election = std::make_shared<const budgeting::Election>(std::move(*read));
  std::vector<ComparedRule> rules;
  std::string left_out;
  for (const auto& rule : rules_for(*election, compare.ties)) {
    auto file = counted(file_name(compare.path), election, {.rule = rule}, words);
    if (!file) {  // an optimum that is too large: the others still stand side by side
      for (const auto& reason : file.error())
        left_out +=
            words.text("budget.compare.left_out", {{"rule", rule_phrase(rule, words)}, {"reason", reason}}) +
            "\n";
      continue;
    }
    ComparedRule compared{.file = std::move(*file), .voters = {}, .difference = {}};
    const auto& selected = compared.file.counted.outcome.selected;
    compared.voters = budgeting::voter_report(*election, Utility::cost, selected);
    const auto& first = rules.empty() ? selected : rules.front().file.counted.outcome.selected;
    compared.difference = budgeting::difference_for_voters(*election, Utility::cost, first, selected);
    rules.push_back(std::move(compared));
  }
  if (compare.json) {
    fmt::print("{}\n", compare_json(rules));
    fmt::print(stderr, "{}", left_out);
    return 0;
  }
  fmt::print(
      "{}\n\n{}\n{}\n\n{}\n{}\n{}", words.text("budget.compare.heading", {{"file", file_name(compare.path)}}),

      words.text("budget.compare.voters", {{"rule", rule_phrase(rules.front().file.counted.rule, words)}}),
      overview(rules, words) + left_out, words.text("budget.compare.plans"), plans_table(rules, words),
      groups_table(rules, words));
  return 0;
}

}  // namespace wijktafel::app
