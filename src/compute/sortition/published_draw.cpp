#include "compute/sortition/published_draw.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include "base/delimited.hpp"
#include "base/digest.hpp"
#include "compute/lot/lot.hpp"
#include "compute/sortition/plan_names.hpp"
#include "compute/sortition/published_draw_columns.hpp"
#include "compute/sortition/types.hpp"

namespace wijktafel::sortition {
namespace {

// A reader finds the separator by counting in the header, outside quotes: what could mislead it is quoted.
std::string cell(std::string_view text) {
  for (const char other : {';', '\t'})
    if (text.contains(other)) return delimited_cell(text, other);
  return delimited_cell(text, ',');
}

std::string panels_head(std::string_view first, const Pool& pool) {
  std::string line(first);
  for (std::int64_t i = 1; i <= pool.panel_size; ++i) line += fmt::format(",member_{}", i);
  return line + '\n';
}

void append_members(std::string& text, const Pool& pool, const Panel& panel) {
  for (const auto member : panel) text += ',' + cell(pool.people[member].id);
  text += '\n';
}

std::string pool_text(const Pool& pool) {
  const auto columns = pool_columns(pool);
  std::string text = cell(columns.id);
  if (pool.per_household > 0) text += ',' + cell(columns.household);
  for (const auto& category : pool.categories) text += ',' + cell(category);
  text += '\n';
  std::map<HouseholdIndex, std::size_t> numbers;  // in the order of the rows, as a reader numbers them
  for (const auto& person : pool.people) {
    text += cell(person.id);
    if (pool.per_household > 0)
      text += fmt::format(",{}", numbers.try_emplace(person.household, numbers.size() + 1).first->second);
    for (const auto feature : person.features) text += ',' + cell(pool.features[feature].value);
    text += '\n';
  }
  return text;
}

// People take turns in whole units, which need not come out even: a few units of 2^-44 between equal people
// are rounding. More is a difference of the plan itself (the plain lottery, a file that was changed) and
// stays.
void level_equal_people(const Types& types, std::vector<double>& chances) {
  constexpr double most_rounding = 1e-10;
  for (const auto& type : types.types) {
    double smallest = 1, largest = 0, sum = 0;
    for (const auto person : type.people) {
      smallest = std::min(smallest, chances[person]);
      largest = std::max(largest, chances[person]);
      sum += chances[person];
    }
    if (largest - smallest > most_rounding) continue;
    for (const auto person : type.people) chances[person] = sum / static_cast<double>(type.people.size());
  }
}

}  // namespace

PoolColumns pool_columns(const Pool& pool) {
  const auto free_name = [&](std::string name) {
    while (std::ranges::any_of(pool.categories, [&](const auto& c) { return compared(c) == name; }))
      name += '_';
    return name;
  };
  return {free_name("id"), free_name("household")};
}

Plan published_plan(const Pool& pool, Plan plan) {
  plan.chances.assign(pool.people.size(), 0);
  for (const auto& [panel, chance] : plan.panels)
    for (const auto member : panel) plan.chances[member] += chance;
  level_equal_people(make_types(pool), plan.chances);
  for (double& chance : plan.chances) chance = std::round(chance * 1e12) / 1e12;
  return plan;
}

DrawFiles publish(const Pool& pool, const Plan& plan, const Lottery& lottery) {
  return {settings_text(pool, plan, lottery),
          pool_text(pool),
          quotas_text(pool),
          distribution_text(pool, plan),
          lottery_text(pool, lottery),
          chances_text(pool, plan, lottery)};
}

std::string commitment(const DrawFiles& files) {
  std::string lines;
  for (std::size_t i = 0; i < committed_files; ++i)
    lines += fmt::format("{}  {}\n", hex(sha256(files[i])), draw_file_names[i]);
  return hex(sha256(lines));
}

std::string settings_text(const Pool& pool, const Plan& plan, const Lottery& lottery) {
  return fmt::format(
      "name,value\nform,1\nstatus,{}\nmethod,{}\nsize,{}\nper_household,{}\nlottery,{}\nlargest_deviation,{}"
      "\n",
      name_of(plan.status), name_of(plan.method), pool.panel_size, pool.per_household, lottery.panels.size(),
      lottery.person_deviation);
}

std::string quotas_text(const Pool& pool) {
  const bool has_limits = std::ranges::any_of(
      pool.features, [](const Feature& f) { return f.lowest_minimum || f.highest_maximum; });
  const bool has_population =
      std::ranges::any_of(pool.features, [](const Feature& f) { return f.population.has_value(); });
  std::string text = has_limits ? "feature,value,min,max,min_flex,max_flex" : "category,feature,min,max";
  text += has_population ? ",population\n" : "\n";
  const auto or_empty = [](const auto& number) {
    return number ? fmt::format(",{}", *number) : std::string(",");
  };
  for (const auto& feature : pool.features) {
    text += fmt::format("{},{},{},{}", cell(feature.category), cell(feature.value), feature.minimum,
                        feature.maximum);
    if (has_limits) text += or_empty(feature.lowest_minimum) + or_empty(feature.highest_maximum);
    if (has_population) text += or_empty(feature.population);
    text += '\n';
  }
  return text;
}

std::string distribution_text(const Pool& pool, const Plan& plan) {
  std::string text = panels_head("chance", pool);
  for (const auto& [panel, chance] : plan.panels) {
    text += fmt::format("{}", chance);
    append_members(text, pool, panel);
  }
  return text;
}

std::string lottery_text(const Pool& pool, const Lottery& lottery) {
  std::string text = panels_head("panel", pool);
  const auto width = lottery.panels.empty() ? 1 : std::to_string(lottery.panels.size() - 1).size();
  for (std::size_t i = 0; i < lottery.panels.size(); ++i) {
    text += fmt::format("{:0{}}", i, width);
    append_members(text, pool, lottery.panels[i]);
  }
  return text;
}

std::string chances_text(const Pool& pool, const Plan& plan, const Lottery& lottery) {
  std::string text = "id,chance,panels\n";
  for (std::size_t i = 0; i < pool.people.size(); ++i)
    text += fmt::format("{},{},{}\n", cell(pool.people[i].id), plan.chances[i], lottery.counts[i]);
  return text;
}

std::string panel_text(const Pool& pool, const Panel& panel) {
  std::string text = cell(pool_columns(pool).id);
  for (const auto& category : pool.categories) text += ',' + cell(category);
  text += '\n';
  for (const auto member : panel) {
    text += cell(pool.people[member].id);
    for (const auto feature : pool.people[member].features) text += ',' + cell(pool.features[feature].value);
    text += '\n';
  }
  return text;
}

Pool with_row_numbers(Pool pool) {
  for (std::size_t i = 0; i < pool.people.size(); ++i) pool.people[i].id = std::to_string(i + 1);
  return pool;
}

std::size_t drawn_panel(std::string_view seed, std::size_t lottery_size) {
  return static_cast<std::size_t>(lot::Lot("panel", seed).below(lottery_size));
}

}  // namespace wijktafel::sortition
