#include "compute/budgeting/equal_shares_prices.hpp"

#include <cmath>
#include <limits>

namespace wijktafel::budgeting {
namespace {

bool fits_word(Wide value) { return value >= 0 && value <= std::numeric_limits<unsigned long>::max(); }

}  // namespace

mpz_class exact(Wide value) {
  const bool is_negative = value < 0;

  const auto magnitude = is_negative ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
  mpz_class made = static_cast<unsigned long>(magnitude >> 64U);
  made <<= 64;
  made += static_cast<unsigned long>(magnitude);
  return is_negative ? mpz_class(-made) : made;
}

void SharePrices::begin(const mpq_class& endowment) {
  denominator_ = endowment.get_den();
  endowment_ = endowment.get_num();
  prices_.clear();
}

mpq_class SharePrices::price(std::size_t round) const {
  mpq_class made(prices_[round], denominator_);
  made.canonicalize();
  return made;
}

double SharePrices::rounded(const mpz_class& numerator, Wide divisor) const {
  long above = 0;
  long below = 0;
  const double dividend = mpz_get_d_2exp(&above, numerator.get_mpz_t());
  const double by = mpz_get_d_2exp(&below, denominator_.get_mpz_t()) * static_cast<double>(divisor);
  return std::ldexp(dividend / by, static_cast<int>(above - below));
}

void SharePrices::money(Wide voters, std::span<const Wide> multiples, mpz_class& made) const {
  made = fits_word(voters) ? mpz_class(endowment_ * static_cast<unsigned long>(voters))
                           : mpz_class(endowment_ * exact(voters));
  for (std::size_t round = 0; round < multiples.size(); ++round) {
    if (multiples[round] == 0) continue;
    if (fits_word(multiples[round]))
      mpz_submul_ui(made.get_mpz_t(), prices_[round].get_mpz_t(),
                    static_cast<unsigned long>(multiples[round]));
    else
      made -= prices_[round] * exact(multiples[round]);
  }
}

void SharePrices::add(const mpz_class& numerator, Wide divisor) {
  const mpz_class by = exact(divisor);
  denominator_ *= by;
  endowment_ *= by;
  for (auto& price : prices_) price *= by;
  prices_.push_back(numerator);
}

}  // namespace wijktafel::budgeting
