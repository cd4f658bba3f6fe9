// The table of votes minus the mean of each statement, for products with vectors. A cell that is empty is the
// mean, so zero here: only votes are touched. For components.cpp and stability.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

// Looks into rows that must outlive it; keeps room for its work, so not thread-safe.
class CentredTable {
 public:
  // `begins` has one place more than there are rows; `means` one per statement.
  CentredTable(std::span<const std::size_t> begins, std::span<const Cell> cells,
               std::span<const double> means, const std::vector<bool>& is_out);

  std::size_t statement_count() const { return means_.size(); }
  // into = X^T X v: one number per statement each. Rows in their order, so always the same rounding.
  void gram(std::span<const double> v, std::span<double> into);
  // The same for two vectors at once.
  void gram(const std::array<std::vector<double>, 2>& v, std::array<std::vector<double>, 2>& into);

 private:
  struct Pair {
    double x = 0;
    double y = 0;
  };
  double offset(std::size_t statement, std::size_t vote) const {
    return is_out_[statement] ? 0.0 : static_cast<double>(vote) - 1.0 - means_[statement];
  }

  std::span<const std::size_t> begins_;
  std::span<const Cell> cells_;
  std::span<const double> means_;
  const std::vector<bool>& is_out_;
  std::vector<double> factors_;  // by Cell::code()
  std::vector<double> sums_;
  std::vector<Pair> pair_factors_;
  std::vector<Pair> pair_sums_;
};

}  // namespace wijktafel::opinion
