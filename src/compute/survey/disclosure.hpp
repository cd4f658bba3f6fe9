// Which cells of a table of counts may be published. A cell of few respondents says something about a person;
// hiding it is not enough when it follows from its row and column. So the cells that would give it away are
// hidden too, until whoever knows all that is published (and that no count is below zero) is left, for every
// hidden cell, with a range of at least `minimum` respondents.
//
// Each hidden cell gets a certificate: four cells on the corners of a rectangle (totals count as cells, in a
// last row and column), all hidden, along which respondents can be moved without changing anything that is
// published (the hypercube method of Repsilber 1994, after the transport polytopes of Cox 1980). Which
// rectangle hides least is chosen cell by cell: not always the fewest cells possible, always safe.
//
//   suppress({.rows = 2, .columns = 2, .counts = {2, 30, 40, 25}}, 5).is_hidden(0, 0)  // true, and so all
//   four
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wijktafel::survey {

struct CountTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::uint64_t> counts;  // row after row
};

class Suppression {
 public:
  Suppression(std::size_t rows, std::size_t columns);

  // Row `rows` and column `columns` are the totals.
  bool is_hidden(std::size_t row, std::size_t column) const { return hidden_[row * (columns_ + 1) + column]; }
  bool hides_everything() const { return is_hidden(rows_, columns_); }
  void hide(std::size_t row, std::size_t column) { hidden_[row * (columns_ + 1) + column] = true; }
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::size_t count() const;  // hidden cells, totals too

 private:
  std::size_t rows_, columns_;
  std::vector<bool> hidden_;
};

// Hidden: every cell and total of 1 to minimum - 1 respondents (a zero is nobody's answer), all cells of a
// row or column whose total is hidden, and what would give them away. With fewer than `minimum` respondents
// in all, everything. Counts add up to less than 2^53.
Suppression suppress(const CountTable& table, std::uint64_t minimum);

}  // namespace wijktafel::survey
