// Respondents who are alike in every margin share one factor: raking works on the cells they make, and costs
// the number of different combinations, not of people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wijktafel::survey {

// A margin as the mathematics sees it: of each respondent a level, of each level how many there should be.
struct CodedMargin {
  std::vector<std::uint32_t> level_of;  // per respondent, below totals.size()
  std::vector<double> totals;           // per level, not negative
};

// Levels of all margins stand one after the other in one row of columns: level l of margin m is column
// first_column[m] + l.
struct Cells {
  std::size_t margins = 0;
  std::vector<std::size_t> first_column;  // per margin
  std::vector<double> totals;             // per column
  std::vector<std::uint32_t> columns;     // cell after cell, `margins` each
  std::vector<double> base;               // per cell: sum of base weights
  std::vector<double> most;               // per cell: the most it may weigh; infinite without a limit
  std::vector<std::uint32_t> cell_of;     // per respondent

  std::size_t size() const { return base.size(); }
  std::span<const std::uint32_t> columns_of(std::size_t cell) const {
    return std::span(columns).subspan(cell * margins, margins);
  }
};

// `most_weight`: the most that one respondent may weigh, infinite for no limit; with a limit, respondents of
// one cell have the same base weight too. Cells are in the order of their levels, whatever the order of
// respondents. At least one margin; all margins as long as `base`.
Cells group(std::span<const double> base, std::span<const CodedMargin> margins, double most_weight);

// What each column adds up to, in the order of cells.
std::vector<double> column_sums(const Cells& cells, std::span<const double> weight_of_cell);

// The largest difference between sum and total, as a part of the total. A total of 0 is met by 0 only.
double worst_deviation(const Cells& cells, std::span<const double> weight_of_cell);

}  // namespace wijktafel::survey
