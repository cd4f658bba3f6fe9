#include "app/budget/budget_json.hpp"

#include <boost/json.hpp>
#include <cmath>

#include "app/terminal/readable.hpp"
#include "compute/budgeting/rule_text.hpp"

namespace wijktafel::app {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using budgeting::Election;

value number(double amount) {
  if (std::abs(amount) < 9e15 && amount == std::trunc(amount)) return static_cast<std::int64_t>(amount);
  return amount;
}

value money(const Election& election, budgeting::Money amount) {
  if (amount % election.money_scale == 0) return amount / election.money_scale;
  return static_cast<double>(amount) / static_cast<double>(election.money_scale);
}

value money(const Election& election, double amount) {
  return number(amount / static_cast<double>(election.money_scale));
}

array ids(const Election& election, const std::vector<budgeting::ProjectIndex>& projects) {
  array made;
  for (const auto project : projects) made.emplace_back(election.projects[project].id);
  return made;
}

array ties_of(const Election& election, const budgeting::Outcome& outcome) {
  array made;
  for (const auto& tie : outcome.ties)
    made.push_back(object{{"among", ids(election, tie.among)},
                          {"chosen", election.projects[tie.chosen].id},
                          {"changes_outcome", tie.changes_outcome ? value(*tie.changes_outcome) : value()}});
  return made;
}

object count_object(const CountedFile& file) {
  const auto& election = *file.election;
  const auto& [rule, outcome] = std::tie(file.counted.rule, file.counted.outcome);
  const bool by_utility = budgeting::knows_utilities(rule.name) && !file.is_official;
  object made{{"rule", file.is_official ? "official" : budgeting::text_of(rule.name)},
              {"utility", by_utility ? value(budgeting::text_of(rule.utility)) : value()},
              {"completion", budgeting::text_of(rule.completions)},
              {"budget", money(election, election.budget)},
              {"cost", money(election, outcome.cost)},
              {"left", money(election, election.budget - outcome.cost)},
              {"selected", ids(election, outcome.selected)},
              {"ties", ties_of(election, outcome)},
              {"projects", election.projects.size()},
              {"voters", election.voters},
              {"seconds", object{{"parse", file.parse_seconds}, {"count", file.count_seconds}}}};
  if (file.is_official)
    made["partly_funded"] = file.counted.partly ? value(election.projects[*file.counted.partly].id) : value();
  if (const auto& asked = outcome.majority)
    made["comparison"] = object{{"bought", asked->is_greedy_bought() ? "greedy" : "equal-shares"},
                                {"prefer_shares", asked->prefer_shares},
                                {"prefer_greedy", asked->prefer_greedy},
                                {"indifferent", asked->indifferent}};
  return made;
}

value utility_value(const Election& election, budgeting::Utility utility, double amount) {
  if (utility == budgeting::Utility::cost) return money(election, amount);
  if (utility == budgeting::Utility::points)
    return number(amount / static_cast<double>(election.points_scale));
  return number(amount);
}

object satisfaction_object(const Election& election, budgeting::Utility utility,
                           const budgeting::Satisfaction& satisfaction) {
  array quantiles;
  for (const auto amount : satisfaction.quantiles)
    quantiles.push_back(utility_value(election, utility, static_cast<double>(amount)));
  return {{"voters", satisfaction.voters},
          {"with_something", satisfaction.with_something},
          {"mean", utility_value(election, utility, satisfaction.mean)},
          {"quantiles", std::move(quantiles)},
          {"gini", satisfaction.gini}};
}

object voters_object(const Election& election, budgeting::Utility utility,
                     const budgeting::VoterReport& report) {
  object made = satisfaction_object(election, utility, report.all);
  object columns;
  for (const auto& column : report.columns) {
    object groups;
    for (const auto& group : column.groups)
      groups[group.value] = satisfaction_object(election, utility, group.satisfaction);
    columns[column.column] = std::move(groups);
  }
  made["groups"] = std::move(columns);
  return made;
}

value enough_value(const Election& election, const budgeting::Sought& sought, bool is_money) {
  const auto& enough = sought.enough;
  if (!enough) return nullptr;
  return object{
      {is_money ? "price" : "supporters",
       is_money ? money(election, static_cast<budgeting::Money>(enough->value)) : value(enough->value)},
      {"certain", enough->is_certain},
      {"displaced", ids(election, enough->displaced)}};
}

std::string_view why_text(budgeting::WhyNot why) {
  using budgeting::WhyNot;
  switch (why) {
    case WhyNot::no_support: return "no_support";
    case WhyNot::not_allowed: return "not_allowed";
    case WhyNot::too_little_money: return "too_little_money";
    case WhyNot::too_dear: return "too_dear";
    case WhyNot::lost_tie: return "lost_tie";
    case WhyNot::stopped: return "stopped";
    case WhyNot::not_in_best: return "not_in_best";
  }
  return {};
}

object bought_object(const Election& election, const budgeting::Bought& bought) {
  array payers;
  for (const auto& group : bought.payers)
    payers.push_back(object{{"voters", group.voters},
                            {"each", money(election, group.each)},
                            {"together", money(election, group.together)}});
  return {{"place", bought.place},
          {"by_completion", bought.by_completion},
          {"largest_payment", bought.largest_payment ? money(election, *bought.largest_payment) : value()},
          {"effective_votes", bought.effective_votes ? value(*bought.effective_votes) : value()},
          {"payers", std::move(payers)}};
}

object project_object(const Election& election, const budgeting::ProjectExplanation& explanation) {
  const auto& project = election.projects[explanation.project];
  object made{{"id", project.id},
              {"name", project.name},
              {"votes", explanation.votes},
              {"cost", money(election, explanation.cost)},
              {"selected", explanation.bought.has_value()}};
  if (explanation.bought) made["bought"] = bought_object(election, *explanation.bought);
  if (const auto& lost = explanation.not_bought) {
    const auto why = why_text(lost->why);
    made["not_bought"] = object{{"why", boost::json::string_view(why.data(), why.size())},
                                {"there", money(election, lost->there)},
                                {"lacking", money(election, lost->lacking)},
                                {"enough_supporters", enough_value(election, lost->supporters, false)},
                                {"enough_price", enough_value(election, lost->price, true)},
                                {"given_up", object{{"supporters", lost->supporters.is_given_up},
                                                    {"price", lost->price.is_given_up}}}};
  }
  array groups;
  for (const auto& group : explanation.groups)
    groups.push_back(object{{"column", group.column},
                            {"value", group.value},
                            {"voters", group.voters},
                            {"supporters", group.supporters},
                            {"paid", money(election, group.paid)}});
  made["groups"] = std::move(groups);
  return made;
}

object difference_object(const budgeting::VoterDifference& difference) {
  return {{"better", difference.better}, {"worse", difference.worse}, {"same", difference.same}};
}

}  // namespace

std::string count_json(const CountedFile& file, bool with_file) {
  if (!with_file) return boost::json::serialize(count_object(file));
  object made{{"file", file.name}};
  for (auto& [key, member] : count_object(file)) made[key] = std::move(member);
  return boost::json::serialize(made);
}

std::string refused_json(const std::string& file, const Refused& refused) {
  return boost::json::serialize(object{{"file", file}, {"faults", array(refused.begin(), refused.end())}});
}

std::string explain_json(const CountedFile& file, const ElectionReport& report,
                         const std::vector<budgeting::ProjectExplanation>& projects) {
  const auto& election = *file.election;
  object made = count_object(file);
  made["within_budget"] = report.within_budget;
  if (const auto& denied = report.against_ejr_plus)
    made["ejr_plus"] = object{{"holds", denied->empty()}, {"denied", ids(election, *denied)}};
  made["satisfaction"] = voters_object(election, file.counted.rule.utility, report.voters);
  array explained;
  for (const auto& project : projects) explained.push_back(project_object(election, project));
  made["explained"] = std::move(explained);
  return boost::json::serialize(made);
}

std::string compare_json(const std::vector<ComparedRule>& rules) {
  array made;
  for (const auto& compared : rules) {
    object one = count_object(compared.file);
    one["satisfaction"] = voters_object(*compared.file.election, budgeting::Utility::cost, compared.voters);
    one["beside_first"] = difference_object(compared.difference.all);
    array groups;
    for (const auto& group : compared.difference.groups) {
      object row{{"column", group.column}, {"value", group.value}};
      for (auto& [key, member] : difference_object(group.difference)) row[key] = std::move(member);
      groups.push_back(std::move(row));
    }
    one["groups"] = std::move(groups);
    made.push_back(std::move(one));
  }
  return boost::json::serialize(object{{"rules", std::move(made)}});
}

std::string check_json(const CheckedFile& file) {
  const auto list = [](const std::vector<InputFault>& faults) {
    array made;
    for (const auto& fault : faults) {
      array facts;
      for (const auto& fact : fault.facts) facts.emplace_back(readable(fact));
      made.push_back(object{{"line", fault.line},
                            {"column", fault.column},
                            {"reason", fault.reason},
                            {"facts", std::move(facts)}});
    }
    return made;
  };
  return boost::json::serialize(object{{"file", file.name},
                                       {"projects", file.projects},
                                       {"voters", file.voters},
                                       {"faults", list(file.faults)},
                                       {"notes", list(file.notes)}});
}

}  // namespace wijktafel::app
