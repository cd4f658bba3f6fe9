#include "app/budget/explain_text.hpp"

#include <algorithm>
#include <array>

#include "app/budget/money_text.hpp"
#include "app/terminal/numbers.hpp"
#include "app/terminal/table.hpp"
#include "base/text.hpp"

namespace wijktafel::app {
namespace {

using budgeting::ProjectExplanation;
using budgeting::Utility;

constexpr std::size_t most_payers = 3;  // groups of payers that are told one by one

std::int64_t whole(std::uint64_t number) { return static_cast<std::int64_t>(number); }

std::string plans(const budgeting::Election& election, const std::vector<budgeting::ProjectIndex>& projects,
                  const TerminalWords& words) {
  std::vector<std::string> names;
  names.reserve(projects.size());
  for (const auto project : projects) names.push_back(project_text(election, project));
  return i18n::listed(words.language(), names);
}

std::string payers_text(const budgeting::Bought& bought, const MoneyText& money, const TerminalWords& words) {
  std::string text;
  std::uint64_t others = 0;
  budgeting::Money others_together = 0;
  std::size_t told = 0;
  for (const auto& group : bought.payers) {
    if (group.together == 0 && group.each <= 0) continue;
    if (told++ < most_payers) {
      text += "  " +
              words.text("budget.explain.payers", {{"voters", whole(group.voters)},
                                                   {"each", money.rounded(group.each)},
                                                   {"together", money.text(group.together)}}) +
              "\n";
      continue;
    }
    others += group.voters;
    others_together += group.together;
  }
  if (others > 0)
    text += "  " +
            words.text("budget.explain.payers_more",
                       {{"voters", whole(others)}, {"together", money.text(others_together)}}) +
            "\n";
  return text;
}

std::string bought_text(const budgeting::Bought& bought, const MoneyText& money, const TerminalWords& words) {
  const auto key = bought.by_completion ? "budget.explain.bought_by_completion" : "budget.explain.bought";
  std::string text = "  " + words.text(key, {{"place", whole(bought.place)}}) + "\n";
  if (bought.effective_votes)
    text += "  " +
            words.text("budget.explain.effective",
                       {{"largest", money.rounded(*bought.largest_payment)},
                        {"effective", i18n::number(words.language(), *bought.effective_votes)}}) +
            "\n";
  return text + payers_text(bought, money, words);
}

std::string displaced_text(const CountedFile& file, const budgeting::Enough& enough,
                           const TerminalWords& words) {
  if (enough.displaced.empty()) return words.text("budget.explain.displaced_none");
  return words.text("budget.explain.displaced", {{"plans", plans(*file.election, enough.displaced, words)}});
}

std::string enough_text(const CountedFile& file, const budgeting::NotBought& lost, const MoneyText& money,
                        const TerminalWords& words) {
  std::string text = "  ";
  if (const auto& enough = lost.supporters.enough)
    text += words.text(enough->is_certain ? "budget.explain.supporters" : "budget.explain.supporters_found",
                       {{"number", enough->value}}) +
            " " + displaced_text(file, *enough, words);
  else
    text += words.text(lost.supporters.is_given_up ? "budget.explain.supporters_given_up"
                                                   : "budget.explain.supporters_none");
  text += "\n  ";
  if (const auto& enough = lost.price.enough)
    text += words.text(enough->is_certain ? "budget.explain.price" : "budget.explain.price_found",
                       {{"price", money.text(enough->value)}}) +
            " " + displaced_text(file, *enough, words);
  else
    text +=
        words.text(lost.price.is_given_up ? "budget.explain.price_given_up" : "budget.explain.price_none");
  return text + "\n";
}

std::string lost_text(const CountedFile& file, const budgeting::NotBought& lost, const MoneyText& money,
                      const TerminalWords& words) {
  static constexpr std::array keys{"no_support", "not_allowed", "too_little_money", "too_dear",
                                   "lost_tie",   "stopped",     "not_in_best"};
  return "  " +
         words.text(std::string("budget.why.") + keys[static_cast<std::size_t>(lost.why)],
                    {{"there", money.text(lost.there)}, {"lacking", money.text(lost.lacking)}}) +
         "\n" + enough_text(file, lost, money, words);
}

std::string groups_table(const CountedFile& file, const ProjectExplanation& explanation,
                         const TerminalWords& words) {
  if (explanation.groups.empty()) return {};
  const MoneyText money(words.language(), *file.election);
  Table table({{words.text("budget.column.group")},
               {words.text("budget.column.voters"), Table::Align::right},
               {words.text("budget.column.supporters"), Table::Align::right},
               {words.text("budget.column.paid"), Table::Align::right}});
  for (const auto& group : explanation.groups)
    table.add({group_text(words, group.column, group.value),
               i18n::number(words.language(), whole(group.voters)),
               i18n::number(words.language(), whole(group.supporters)),
               group.paid == 0 ? "" : money.text(group.paid)});
  std::string text;
  const auto rows = table.text();
  for (const auto line : split(rows, '\n'))
    if (!line.empty()) text += "    " + std::string(line) + "\n";
  return text;
}

// What a voter got, in the measure of the rule.
std::string got(const CountedFile& file, std::int64_t amount, const TerminalWords& words) {
  const auto& election = *file.election;
  switch (file.counted.rule.utility) {
    case Utility::cost: return MoneyText(words.language(), election).text(amount);
    case Utility::points:
      return i18n::number(words.language(),
                          static_cast<double>(amount) / static_cast<double>(election.points_scale));
    default: return i18n::number(words.language(), amount);
  }
}

std::string spread_text(const CountedFile& file, const budgeting::Satisfaction& all,
                        const TerminalWords& words) {
  const i18n::Arguments amounts{{"median", got(file, all.quantiles[2], words)},
                                {"low", got(file, all.quantiles[0], words)},
                                {"high", got(file, all.quantiles[4], words)}};
  switch (file.counted.rule.utility) {
    case Utility::cost: return words.text("budget.voters.money", amounts);
    case Utility::cardinality: return words.text("budget.voters.plans", amounts);
    default: return words.text("budget.voters.points", amounts);
  }
}

std::string percent_text(const budgeting::Satisfaction& satisfaction, const TerminalWords& words) {
  if (satisfaction.voters == 0) return {};
  return i18n::number(words.language(), 100 * static_cast<double>(satisfaction.with_something) /
                                            static_cast<double>(satisfaction.voters)) +
         " %";
}

}  // namespace

std::string group_text(const TerminalWords& words, const std::string& column, const std::string& value) {
  static constexpr std::array known{"sex", "age", "neighborhood", "district", "education", "voting_method"};
  const auto name =
      std::ranges::find(known, column) != known.end() ? words.text("budget.group." + column) : column;
  return name + ": " + (value.empty() ? words.text("budget.explain.value_unknown") : value);
}

std::string project_explained(const CountedFile& file, const ProjectExplanation& explanation,
                              const TerminalWords& words) {
  const MoneyText money(words.language(), *file.election);
  std::string text = project_text(*file.election, explanation.project) + "\n  " +
                     words.text("budget.explain.votes", {{"votes", whole(explanation.votes)},
                                                         {"cost", money.text(explanation.cost)}}) +
                     "\n";
  if (explanation.bought) text += bought_text(*explanation.bought, money, words);
  if (explanation.not_bought) text += lost_text(file, *explanation.not_bought, money, words);
  return text + groups_table(file, explanation, words) + "\n";
}

std::string voters_explained(const CountedFile& file, const ElectionReport& report,
                             const TerminalWords& words) {
  const auto& all = report.voters.all;
  if (all.voters == 0) return {};
  std::string text = words.text("budget.voters.heading") + "\n";
  const auto line = [&](const std::string& sentence) { text += "  " + sentence + "\n"; };
  line(words.text("budget.count.served",
                  {{"served", i18n::number(words.language(), whole(all.with_something))},
                   {"voters", i18n::number(words.language(), whole(all.voters))},
                   {"percent", i18n::number(words.language(), 100 * static_cast<double>(all.with_something) /
                                                                  static_cast<double>(all.voters))}}));
  line(spread_text(file, all, words));
  line(words.text("budget.voters.gini", {{"gini", decimal_text(words.language(), all.gini, 2)}}));
  line(report.within_budget ? words.text("budget.count.within_budget")
                            : words.text("budget.count.over_budget"));
  if (report.against_ejr_plus)
    line(report.against_ejr_plus->empty()
             ? words.text("budget.voters.ejr_holds")
             : words.text("budget.voters.ejr_fails",
                          {{"plans", plans(*file.election, *report.against_ejr_plus, words)}}));
  text += "\n";
  Table table({{words.text("budget.column.group")},
               {words.text("budget.column.voters"), Table::Align::right},
               {words.text("budget.column.served"), Table::Align::right},
               {words.text("budget.column.median"), Table::Align::right}});
  for (const auto& column : report.voters.columns)
    for (const auto& group : column.groups)
      table.add({group_text(words, column.column, group.value),
                 i18n::number(words.language(), whole(group.satisfaction.voters)),
                 percent_text(group.satisfaction, words), got(file, group.satisfaction.quantiles[2], words)});
  return text + (table.empty() ? "" : table.text() + "\n");
}

}  // namespace wijktafel::app
