// wijktafel survey: weights that make a sample look like the population, and estimates from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/computations.hpp"

namespace wijktafel::app {

struct WeighCommand {
  std::string respondents, targets, out;
  std::optional<double> max_weight;
  std::vector<double> bounds;  // lowest and highest, or empty
  std::string base;            // a column; empty: everybody counts the same
  std::string weight = "weight";
  std::optional<double> population;  // when all totals are shares
  bool json = false;
  std::string language;
};
int run(const WeighCommand& command);

enum class Measure { share, mean, total };

struct EstimateCommand {
  std::string respondents, question;
  Measure measure = Measure::share;
  std::string by;       // a column of groups; empty: everybody together
  std::string compare;  // the respondents of an earlier wave; empty: none
  std::string id;       // column that tells who answered in both waves; empty: drawn apart
  std::string targets;  // what was raked on; empty: weights are taken as they are
  std::string base;     // weights before raking
  std::string weight = "weight";
  std::string strata, clusters, population_clusters;  // columns of the design; empty: none
  std::uint32_t minimum = 5;                          // a cell of fewer respondents is not shown
  bool json = false;
  std::string language;
};
int run(const EstimateCommand& command);

void add_survey(CLI::App& app, Computation& chosen);

}  // namespace wijktafel::app
