// Weights that make a sample look like the population in every margin at once: raking, or iterative
// proportional fitting (Deming & Stephan 1940), as the calibration of Deville & Särndal (1992). Of all
// weights that meet the totals these are the nearest to the base weights: they make the sum of
// w log(w/d) - w + d as small as can be (d: base weights). One crossed margin is post-stratification.
//
//   Sample sample{.base = {1, 1, 1}, .margins = {{.level_of = {0, 0, 1}, .totals = {30, 30}}}};
//   rake(sample, {})->weights;  // 15, 15, 30
#pragma once

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "compute/survey/cells.hpp"

namespace wijktafel::survey {

struct Sample {
  std::vector<double> base;  // per respondent, above 0
  std::vector<CodedMargin> margins;
};

// Limits of one weight as a ratio to the base weight, after base weights are brought to the total of the
// population; the distance is then the logit of Deville & Särndal (their case 6). lowest < 1 < highest.
struct Bounds {
  double lowest = 0;
  double highest = 0;
};

struct Limits {
  // As a ratio to the mean weight, at least 1; the distance stays that of raking.
  std::optional<double> max_weight = std::nullopt;
  std::optional<Bounds> bounds = std::nullopt;  // one of the two at most
};

struct LevelOfMargin {
  std::size_t margin = 0;
  std::size_t level = 0;

  bool operator==(const LevelOfMargin&) const = default;
};

// No weights exist, because ...
struct EmptyLevel {  // nobody in the sample has this level, while the population does
  LevelOfMargin where;
  std::optional<std::size_t> merge_with;  // the nearest level of the same margin that has respondents
};
struct LevelNotInPopulation {  // the total is 0, and somebody in the sample has it
  LevelOfMargin where;
  std::optional<std::size_t> merge_with;
};
struct TotalsDisagree {  // two margins describe populations of another size
  std::size_t first = 0, second = 0;
  double first_sum = 0, second_sum = 0;
};
struct CannotBeMet {  // each level has respondents, but not in combinations that fit (or not within the
                      // bounds)
  LevelOfMargin where;
  double wanted = 0;
  double nearest = 0;  // what this level adds up to when all totals are missed as little as can be
  std::optional<std::size_t> merge_with;
};
// The totals can only be met when somebody counts for nothing: these two levels exclude each other.
struct WeightsVanish {
  LevelOfMargin first, second;
  std::optional<std::size_t> merge_with;  // of the margin of `first`
};
using Obstacle = std::variant<EmptyLevel, LevelNotInPopulation, TotalsDisagree, CannotBeMet, WeightsVanish>;

struct MissedTotal {
  LevelOfMargin where;
  double wanted = 0;
  double reached = 0;
};

struct Weights {
  std::vector<double> weights;      // per respondent
  std::size_t cells = 0;            // different combinations of levels
  std::size_t sweeps = 0;           // over all margins
  std::size_t newton_steps = 0;     // 0 when sweeps were enough
  double deviation = 0;             // the worst, as a part of the total
  std::vector<MissedTotal> missed;  // with max_weight only, when it leaves no weights that meet all totals
};

// Totals are met within this part of themselves, or there is an obstacle or a missed total.
inline constexpr double close_enough = 1e-9;

// At least one respondent and one margin. All obstacles that can be seen without computing at once; otherwise
// what stands in the way.
Result<Weights, std::vector<Obstacle>> rake(const Sample& sample, const Limits& limits);

// The effect of weights on precision (Kish 1965): 1 + the squared coefficient of variation, and how many
// respondents of equal weight would know as much.
struct Precision {
  double design_effect = 1;
  double effective_sample = 0;
  double smallest = 0, largest = 0, mean = 0;
};
Precision precision(std::span<const double> weights);

}  // namespace wijktafel::survey
