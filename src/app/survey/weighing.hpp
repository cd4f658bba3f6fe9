// What weighing did, for the table and for JSON.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compute/survey/rake.hpp"

namespace wijktafel::app {

struct WeighedLevel {
  std::string variable, level;
  double total = 0;  // in the population
  std::size_t respondents = 0;
  double weighted = 0;
};

struct Weighing {
  std::string file;
  survey::Weights raked;
  survey::Precision precision = {};
  double population = 0;
  std::vector<WeighedLevel> levels = {};
  std::vector<WeighedLevel> missed = {};
};

}  // namespace wijktafel::app
