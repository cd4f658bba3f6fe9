// What is known of the population: a file `variable,level,total`, a line per level. Totals are counts, or
// shares that add up to 1 or 100; a variable `age*sex` with levels `18-29*man` is a crossed margin
// (post-stratification).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/input_fault.hpp"
#include "base/result.hpp"

namespace wijktafel::survey {

struct Level {
  std::string name;
  double total = 0;
  std::size_t line = 0;  // where it stands
};

struct Margin {
  std::string name;                    // as written: "age", "age*sex"
  std::vector<std::string> variables;  // one; more when crossed
  std::vector<Level> levels;           // in the order of the file
  bool are_shares = false;             // totals add up to 1 or 100
};

// In the order in which variables first appear; at least one, each with a positive total. Or all faults:
// "not_utf8", "nothing_in_file", "missing_column" {0: name}, "columns" {0: expected, 1: found},
// "broken_quotes", "empty_cell" {0: column}, those of number_of {0: the cell}, "negative_total" {0},
// "duplicate_target" {0: variable, 1: level, 2: first line}, "level_not_crossed" {0: level, 1: variable},
// "variable_twice" {0: variable}, "empty_margin" {0: variable}.
Result<std::vector<Margin>, std::vector<InputFault>> read_targets(std::string_view text);

// Shares become counts: the size of the population is that of the margins with counts, otherwise
// `population`.
void shares_to_counts(std::vector<Margin>& margins, double population);

}  // namespace wijktafel::survey
