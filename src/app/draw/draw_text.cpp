#include "app/draw/draw_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "app/terminal/numbers.hpp"
#include "app/terminal/table.hpp"

namespace wijktafel::app {
namespace {

std::int64_t whole(std::size_t count) { return static_cast<std::int64_t>(count); }

std::string group_name(const sortition::Feature& feature) {
  return fmt::format("{}: {}", feature.category, feature.value);
}

}  // namespace

std::string one_decimal(const TerminalWords& words, double number) {
  return decimal_text(words.language(), number, 1);
}

std::string percent(const TerminalWords& words, double share) { return share_text(words.language(), share); }

std::string panel_name(std::size_t number, std::size_t panels) {
  return fmt::format("{:0{}}", number, std::to_string(panels - 1).size());
}

std::string draw_fault_text(const TerminalWords& words, const InputFault& fault) {
  constexpr std::array names = {"first", "second", "third"};
  i18n::Arguments facts;
  for (std::size_t i = 0; i < std::min(fault.facts.size(), names.size()); ++i)
    facts.emplace_back(names.at(i), fault.facts[i]);
  const auto sentence = words.text("draw.fault." + std::string(fault.reason), facts);
  if (fault.line == 0) return sentence;
  if (fault.column == 0)
    return words.text("draw.fault_at.line", {{"line", whole(fault.line)}, {"fault", sentence}});
  return words.text("draw.fault_at.place",
                    {{"line", whole(fault.line)}, {"column", whole(fault.column)}, {"fault", sentence}});
}

std::string quota_text(const TerminalWords& words, const sortition::Pool& pool,
                       const sortition::Clash::Quota& quota) {
  const auto& feature = pool.features[quota.feature];
  if (quota.is_minimum)
    return words.text("draw.quota.minimum", {{"group", group_name(feature)}, {"count", feature.minimum}});
  return words.text("draw.quota.maximum", {{"group", group_name(feature)}, {"count", feature.maximum}});
}

std::string clash_text(const TerminalWords& words, const sortition::Pool& pool,
                       const sortition::Clash& clash) {
  if (clash.quotas.empty() && clash.is_certain) return words.text("draw.clash.without_quotas") + "\n";
  const std::string_view heading = !clash.is_certain    ? "draw.clash.not_certain"
                                   : !clash.is_smallest ? "draw.clash.not_smallest"
                                                        : "draw.clash.heading";
  std::string text = words.text(heading) + "\n";
  for (const auto& quota : clash.quotas) text += "  - " + quota_text(words, pool, quota) + "\n";
  return text;
}

std::string groups_text(const TerminalWords& words, const sortition::Pool& pool,
                        const sortition::DrawReport& report) {
  using Align = Table::Align;
  Table table({{words.text("draw.column.group"), Align::left, 40},
               {words.text("draw.column.people"), Align::right},
               {words.text("draw.column.pool"), Align::right},
               {words.text("draw.column.panel"), Align::right},
               {words.text("draw.column.population"), Align::right},
               {words.text("draw.column.smallest"), Align::right},
               {words.text("draw.column.average"), Align::right},
               {words.text("draw.column.largest"), Align::right}});
  bool is_estimated = false;
  for (const auto& group : report.groups) {
    is_estimated |= !group.is_population_known;
    table.add({group_name(pool.features[group.feature]), std::to_string(group.people),
               percent(words, group.pool_share), percent(words, group.panel_share),
               percent(words, group.population_share) + (group.is_population_known ? "" : " *"),
               percent(words, group.smallest), percent(words, group.average), percent(words, group.largest)});
  }
  return table.text() + (is_estimated ? words.text("draw.report.estimated") + "\n" : "");
}

std::string no_chance_text(const TerminalWords& words, const sortition::Pool& pool,
                           const sortition::DrawReport& report) {
  std::string text;
  std::size_t unexplained = 0;
  for (const auto& without : report.without_chance) {
    if (!without.is_explained) {
      unexplained += without.people.size();
      continue;
    }
    std::string kind;
    for (const auto feature : pool.people[without.people.front()].features)
      kind += (kind.empty() ? "" : ", ") + pool.features[feature].value;
    text += words.text("draw.report.no_chance", {{"people", whole(without.people.size())}, {"kind", kind}}) +
            "\n";
    text += without.clash ? clash_text(words, pool, *without.clash)
                          : words.text("draw.report.never_drawn") + "\n";
  }
  if (unexplained > 0)
    text += words.text(report.is_unfinished ? "draw.report.not_yet" : "draw.report.not_explained",
                       {{"people", whole(unexplained)}}) +
            "\n";
  return text;
}

std::string panel_table(const TerminalWords& words, const sortition::Pool& pool,
                        const std::vector<sortition::PersonIndex>& people) {
  std::vector<Table::Column> columns = {{words.text("draw.column.person")}};
  for (const auto& category : pool.categories) columns.push_back({category, Table::Align::left, 24});
  Table table(columns);
  for (const auto person : people) {
    std::vector<std::string> cells = {pool.people[person].id};
    for (const auto feature : pool.people[person].features) cells.push_back(pool.features[feature].value);
    table.add(std::move(cells));
  }
  return table.text();
}

}  // namespace wijktafel::app
