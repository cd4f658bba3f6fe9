#include "app/survey/survey_json.hpp"

#include <boost/json.hpp>

namespace wijktafel::app {
namespace {

namespace json = boost::json;

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

json::object level_json(const WeighedLevel& level) {
  return {{"variable", level.variable},
          {"level", level.level},
          {"total", level.total},
          {"respondents", level.respondents},
          {"weighted", level.weighted}};
}

template <class Estimated>
json::object with_margin(const Estimated& estimated) {
  return {
      {"value", estimated.value}, {"standard_error", estimated.standard_error}, {"margin", estimated.margin}};
}

json::object cell_json(const EstimatedCell& cell) {
  json::object object{{"group", cell.group.empty() ? json::value(nullptr) : json::value(cell.group)},
                      {"answer", cell.answer.empty() ? json::value(nullptr) : json::value(cell.answer)},
                      {"hidden", cell.is_hidden}};
  if (cell.is_hidden) return object;
  object["respondents"] = cell.respondents;
  for (const auto& [key, value] : with_margin(cell)) object[key] = value;
  object["degrees_of_freedom"] = cell.degrees;
  object["low"] = cell.interval.low;
  object["high"] = cell.interval.high;
  if (!cell.difference) return object;
  auto difference = with_margin(*cell.difference);
  difference["in_both"] = cell.difference->in_both;
  object["difference"] = difference;
  return object;
}

std::string_view name_of(Measure measure) {
  if (measure == Measure::share) return "share";
  return measure == Measure::mean ? "mean" : "total";
}

}  // namespace

std::string estimating_json(const Estimating& estimating) {
  json::array estimates;
  for (const auto& cell : estimating.cells) estimates.push_back(cell_json(cell));
  return json::serialize(json::object{{"question", estimating.question},
                                      {"measure", view(name_of(estimating.measure))},
                                      {"respondents", estimating.respondents},
                                      {"clusters", estimating.clusters},
                                      {"strata", estimating.strata},
                                      {"raked", estimating.is_raked},
                                      {"worst_deviation", estimating.deviation},
                                      {"panel", estimating.is_panel},
                                      {"minimum", estimating.minimum},
                                      {"estimates", estimates}});
}

std::string refused_json(std::span<const FileFault> faults) {
  json::array refused;
  for (const auto& [file, fault] : faults) {
    json::array facts;
    for (const auto& fact : fault.facts) facts.emplace_back(fact);
    refused.push_back({{"file", file},
                       {"line", fault.line},
                       {"column", fault.column},
                       {"reason", view(fault.reason)},
                       {"facts", facts}});
  }
  return json::serialize(json::object{{"refused", refused}});
}

std::string weighing_json(const Weighing& weighing) {
  json::array levels;
  for (const auto& level : weighing.levels) levels.push_back(level_json(level));
  json::array missed;
  for (const auto& level : weighing.missed)
    missed.push_back({{"variable", level.variable},
                      {"level", level.level},
                      {"total", level.total},
                      {"weighted", level.weighted}});
  const auto& precision = weighing.precision;
  return json::serialize(json::object{{"file", weighing.file},
                                      {"respondents", weighing.raked.weights.size()},
                                      {"population", weighing.population},
                                      {"cells", weighing.raked.cells},
                                      {"sweeps", weighing.raked.sweeps},
                                      {"newton_steps", weighing.raked.newton_steps},
                                      {"worst_deviation", weighing.raked.deviation},
                                      {"design_effect", precision.design_effect},
                                      {"effective_sample", precision.effective_sample},
                                      {"smallest_weight", precision.smallest},
                                      {"mean_weight", precision.mean},
                                      {"largest_weight", precision.largest},
                                      {"levels", levels},
                                      {"missed", missed}});
}

}  // namespace wijktafel::app
