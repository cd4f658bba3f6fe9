// What was estimated, for the table and for JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/survey/survey.hpp"
#include "compute/survey/estimate.hpp"

namespace wijktafel::app {

struct EstimatedDifference {
  double value = 0, standard_error = 0, margin = 0;
  std::size_t in_both = 0;
};

struct EstimatedCell {
  std::string group;   // empty: everybody
  std::string answer;  // empty: a question of numbers
  bool is_hidden = false;
  std::size_t respondents = 0;  // who gave this answer
  double value = 0, standard_error = 0, margin = 0;
  std::size_t degrees = 0;  // of freedom, that the margin rests on
  survey::Interval interval = {};
  std::optional<EstimatedDifference> difference = std::nullopt;  // with the earlier wave
};

struct Estimating {
  std::string question;
  Measure measure = Measure::share;
  std::uint32_t minimum = 0;
  std::size_t respondents = 0, clusters = 0, strata = 0;
  bool is_raked = false, is_panel = false, is_compared = false;
  double deviation = 0;
  std::vector<EstimatedCell> cells = {};
};

}  // namespace wijktafel::app
