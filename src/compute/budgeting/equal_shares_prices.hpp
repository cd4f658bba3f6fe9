// The prices of Equal Shares as exact fractions. What a ballot has left is the endowment less its share of
// each price it paid, so money of any group of ballots is a whole combination of the endowment and the prices
// so far: kept as whole numbers over one common denominator, which every purchase multiplies by the shares
// of those who paid the full price. No fraction is ever reduced, and none is computed per voter.
#pragma once

#include <cstddef>
#include <gmpxx.h>
#include <span>
#include <vector>

#include "compute/budgeting/equal_shares_index.hpp"

namespace wijktafel::budgeting {

mpz_class exact(Wide value);

class SharePrices {
 public:
  void begin(const mpq_class& endowment);

  std::size_t rounds() const { return prices_.size(); }
  const mpz_class& denominator() const { return denominator_; }
  mpq_class price(std::size_t round) const;
  // numerator / (denominator() * divisor) as a double; relative error below 2^-50.
  double rounded(const mpz_class& numerator, Wide divisor) const;

  // `voters` endowments less multiples[r] times the price of round r, in 1/denominator().
  void money(Wide voters, std::span<const Wide> multiples, mpz_class& made) const;
  // The next price is numerator / (denominator() * divisor).
  void add(const mpz_class& numerator, Wide divisor);

 private:
  mpz_class denominator_;
  mpz_class endowment_;
  std::vector<mpz_class> prices_;
};

}  // namespace wijktafel::budgeting
