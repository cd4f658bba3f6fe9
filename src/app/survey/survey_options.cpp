#include <CLI/CLI.hpp>
#include <cmath>
#include <map>
#include <memory>

#include "app/survey/survey.hpp"

namespace wijktafel::app {
namespace {

CLI::Option* add_language(CLI::App& command, std::string& language) {
  return command.add_option("--language", language, "nl or en; otherwise LC_ALL, LC_MESSAGES or LANG")
      ->envname("WIJKTAFEL_LANGUAGE")
      ->check(CLI::IsMember({"nl", "en"}));
}

void check_limits(const WeighCommand& weigh) {
  if (weigh.max_weight && !weigh.bounds.empty())
    throw CLI::ValidationError("--max-weight", "cannot go together with --bounds");
  if (weigh.max_weight && !(*weigh.max_weight >= 1 && std::isfinite(*weigh.max_weight)))
    throw CLI::ValidationError("--max-weight", "wants a ratio to the mean weight of at least 1");
  if (weigh.population && !(*weigh.population > 0 && *weigh.population <= 1e15))
    throw CLI::ValidationError("--population", "wants a number above 0");
  if (weigh.bounds.empty()) return;
  const bool in_order =
      weigh.bounds[0] >= 0 && weigh.bounds[0] < 1 && weigh.bounds[1] > 1 && weigh.bounds[1] <= 1e6;
  if (!in_order)
    throw CLI::ValidationError("--bounds", "wants LOWEST HIGHEST with 0 <= LOWEST < 1 < HIGHEST");
}

void add_weigh(CLI::App& survey, Computation& chosen) {
  auto weigh = std::make_shared<WeighCommand>();
  auto* command = survey.add_subcommand(
      "weigh", "Rake respondents to what is known of the population (docs/methods/raking.md)");
  command
      ->add_option("--respondents", weigh->respondents, "CSV with a line per respondent; - is standard input")
      ->required();
  command->add_option("--targets", weigh->targets, "CSV with variable,level,total: counts or shares")
      ->required();
  command->add_option("--out", weigh->out, "Where the respondents with their weight go; - is standard output")
      ->required();
  command->add_option("--max-weight", weigh->max_weight, "Trim weights above this many times the mean");
  command
      ->add_option("--bounds", weigh->bounds,
                   "LOWEST HIGHEST: keep weights between these times the base weight")
      ->expected(2);
  command->add_option("--base", weigh->base,
                      "Column with the weight that each has already, for example of the draw");
  command->add_option("--weight", weigh->weight, "Name of the column to add")->capture_default_str();
  command->add_option(
      "--population", weigh->population,
      "Size of the population when all totals are shares; the sum of base weights when not given");
  command->add_flag("--json", weigh->json, "Say what was done as JSON");
  add_language(*command, weigh->language);
  command->final_callback([weigh, &chosen] {
    check_limits(*weigh);
    chosen = [weigh] { return run(*weigh); };
  });
}

const std::map<std::string, Measure>& measures() {
  static const std::map<std::string, Measure> measures = {
      {"share", Measure::share}, {"mean", Measure::mean}, {"total", Measure::total}};
  return measures;
}

void add_design(CLI::App& command, EstimateCommand& estimate) {
  command.add_option("--weight", estimate.weight, "Column with the weight")->capture_default_str();
  command.add_option("--targets", estimate.targets,
                     "What was raked on: margins are then as narrow as raking made them");
  command.add_option("--base", estimate.base, "Column with the weight before raking");
  command.add_option("--strata", estimate.strata, "Column with the stratum from which somebody was drawn");
  command.add_option("--clusters", estimate.clusters,
                     "Column with the cluster that was drawn whole, for example a street");
  command.add_option("--population-clusters", estimate.population_clusters,
                     "Column with how many clusters (without --clusters: people) there are in the stratum");
}

void add_estimate(CLI::App& survey, Computation& chosen) {
  auto estimate = std::make_shared<EstimateCommand>();
  auto* command = survey.add_subcommand(
      "estimate", "Shares, means or totals with their margin of error (docs/methods/estimates.md)");
  command->add_option("--respondents", estimate->respondents, "CSV with a line per respondent and a weight")
      ->required();
  command->add_option("--question", estimate->question, "Column with the answers; an empty cell is no answer")
      ->required();
  command
      ->add_option_function<std::string>(
          "--measure", [estimate](const std::string& name) { estimate->measure = measures().at(name); },
          "share of each answer, mean or total of numbers")
      ->check(CLI::IsMember({"share", "mean", "total"}))
      ->default_str("share");
  command->add_option("--by", estimate->by, "Column with groups, for example age");
  auto* compare =
      command->add_option("--compare", estimate->compare,
                          "Respondents of an earlier wave, with the same columns: the difference too");
  command->add_option("--id", estimate->id, "Column that tells who answered in both waves (a panel)")
      ->needs(compare);
  command
      ->add_option("--minimum", estimate->minimum,
                   "Cells of fewer respondents are not shown, nor what would give them away "
                   "(docs/methods/disclosure.md)")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  add_design(*command, *estimate);
  command->add_flag("--json", estimate->json, "Say it as JSON");
  add_language(*command, estimate->language);
  command->final_callback([estimate, &chosen] {
    const bool has_design = !estimate->strata.empty() || !estimate->clusters.empty();
    if (!estimate->id.empty() && has_design)
      throw CLI::ValidationError("--id", "cannot go together with --strata or --clusters");
    if (!estimate->base.empty() && estimate->targets.empty())
      throw CLI::ValidationError("--base", "wants --targets too");
    chosen = [estimate] { return run(*estimate); };
  });
}

}  // namespace

void add_survey(CLI::App& app, Computation& chosen) {
  auto* survey = app.add_subcommand("survey", "Weigh a survey, and estimate from it");
  survey->require_subcommand(1);
  add_weigh(*survey, chosen);
  add_estimate(*survey, chosen);
}

}  // namespace wijktafel::app
