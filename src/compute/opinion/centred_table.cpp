#include "compute/opinion/centred_table.hpp"

#include <algorithm>

namespace wijktafel::opinion {

CentredTable::CentredTable(std::span<const std::size_t> begins, std::span<const Cell> cells,
                           std::span<const double> means, const std::vector<bool>& is_out)
    : begins_(begins), cells_(cells), means_(means), is_out_(is_out) {}

// A vote stands for (vote - mean) * v[statement] when a row is summed, and for the row's sum * (vote - mean)
// on the way back. Both are looked up by the code of the cell: one addition per vote each way.
void CentredTable::gram(std::span<const double> v, std::span<double> into) {
  factors_.resize(3 * means_.size());
  sums_.assign(3 * means_.size(), 0.0);
  for (std::size_t s = 0; s < means_.size(); ++s)
    for (std::size_t vote = 0; vote < 3; ++vote) factors_[3 * s + vote] = offset(s, vote) * v[s];
  // Every code is below three times the statements: Votes has seen to it, so it is not asked per vote.
  const double* const factors = factors_.data();
  double* const sums = sums_.data();
  for (std::size_t row = 0; row + 1 < begins_.size(); ++row) {
    const auto cells = cells_.subspan(begins_[row], begins_[row + 1] - begins_[row]);
    double sum = 0;
    for (const auto cell : cells) sum += factors[cell.code()];
    for (const auto cell : cells) sums[cell.code()] += sum;
  }
  for (std::size_t s = 0; s < means_.size(); ++s) {
    into[s] = 0;
    for (std::size_t vote = 0; vote < 3; ++vote) into[s] += offset(s, vote) * sums_[3 * s + vote];
  }
}

void CentredTable::gram(const std::array<std::vector<double>, 2>& v,
                        std::array<std::vector<double>, 2>& into) {
  pair_factors_.resize(3 * means_.size());
  pair_sums_.assign(3 * means_.size(), Pair{});
  for (std::size_t s = 0; s < means_.size(); ++s)
    for (std::size_t vote = 0; vote < 3; ++vote)
      pair_factors_[3 * s + vote] = {offset(s, vote) * v[0][s], offset(s, vote) * v[1][s]};
  const Pair* const factors = pair_factors_.data();
  Pair* const sums = pair_sums_.data();
  for (std::size_t row = 0; row + 1 < begins_.size(); ++row) {
    const auto cells = cells_.subspan(begins_[row], begins_[row + 1] - begins_[row]);
    Pair sum;
    for (const auto cell : cells) {
      sum.x += factors[cell.code()].x;
      sum.y += factors[cell.code()].y;
    }
    for (const auto cell : cells) {
      sums[cell.code()].x += sum.x;
      sums[cell.code()].y += sum.y;
    }
  }
  for (auto& vector : into) vector.assign(means_.size(), 0.0);
  for (std::size_t s = 0; s < means_.size(); ++s)
    for (std::size_t vote = 0; vote < 3; ++vote) {
      into[0][s] += offset(s, vote) * pair_sums_[3 * s + vote].x;
      into[1][s] += offset(s, vote) * pair_sums_[3 * s + vote].y;
    }
}

}  // namespace wijktafel::opinion
