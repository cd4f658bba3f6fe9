// What every ballot has left while Equal Shares buys, and what a plan would cost its supporters.
//
// The price of a plan is the smallest x for which its supporters, each paying x times their share or all they
// have left, pay its cost together. It is found in doubles with a bound on their error, and in exact whole
// numbers where that bound leaves a doubt, so that no rounding ever decides:
// - Money in a purse is within money_error() of the truth. Prices are subtracted as the exact price rounded
//   (relative error below 2^-50), and what a ballot paid together is at most its endowment e, so after R
//   purchases the error is at most (16 + 2R) 2^-53 e.
// - A sum of N terms has a relative error below (N + 8) 2^-53 (Higham, Accuracy and Stability of Numerical
//   Algorithms, 2002, chapter 4). Valuation::error adds up both, divided by the shares of who pay in full.
// - Who pays all they have must be certain too: nobody may stand within Valuation::doubt of the price. When
//   somebody does, these purses and the price are computed as fractions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <gmpxx.h>
#include <limits>
#include <span>
#include <vector>

#include "compute/budgeting/equal_shares_index.hpp"
#include "compute/budgeting/equal_shares_prices.hpp"

namespace wijktafel::budgeting {

struct Valuation {
  double price = 0;
  double error = 0;            // |price - the truth| is at most this
  bool is_unhindered = false;  // every supporter certainly pays in full
  bool is_exact = false;
  // When exact: the price is numerator / (denominator of the prices so far * divisor).
  mpz_class numerator;
  Wide divisor = 1;
  // A purse that runs out below `pivot` pays all it has. Nearer to it than `doubt`, it does only when it is
  // in `spent` (ascending). doubt 0: none is that near.
  double pivot = 0;
  double doubt = 0;
  std::vector<BallotIndex> spent;
};

// Not thread-safe. The index must outlive the purses.
class Purses {
 public:
  static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

  Purses(const ShareIndex& index, std::span<const std::uint32_t> weights);

  std::uint32_t weight(BallotIndex ballot) const { return weights_[ballot]; }
  // Of a ballot that names `project` alone, where not all weights are 1.
  void set_weight(BallotIndex ballot, ProjectIndex project, std::uint32_t weight);

  void begin(const mpq_class& endowment);
  // Whether the supporters can pay `cost`; value() says at which price too. `at_least` is a price that is
  // known not to be above the truth.
  bool can_pay(ProjectIndex project, Money cost);
  bool value(ProjectIndex project, Money cost, double at_least, Valuation& made);
  // Makes an existing valuation of this round exact.
  void make_exact(ProjectIndex project, Money cost, Valuation& made);
  void buy(ProjectIndex project, Money cost, Valuation& at);

  // Adds the ballots that are not empty yet and pay all they have, in order. False when that are all
  // supporters: then they have exactly what the plan costs.
  bool add_spent(ProjectIndex project, const Valuation& at, std::vector<std::uint32_t>& to) const;

  const SharePrices& prices() const { return prices_; }
  double money_error() const { return money_error_; }
  // The round in which a ballot paid the last it had, or never.
  std::span<const std::uint32_t> exhausted_in() const { return exhausted_in_; }
  // What the supporters of a plan have left together, in 1/prices().denominator().
  mpz_class money_of_supporters(ProjectIndex project);

 private:
  struct Pass {
    double paid = 0;                                         // by who pay all they have
    double shares = 0;                                       // of who pay the price in full
    double below = -1;                                       // the largest price that some purse cannot pay
    double above = std::numeric_limits<double>::infinity();  // the smallest that some purse pays in full
  };
  struct Doubtful {
    BallotIndex ballot;
    std::int64_t share;
    mpz_class money;
  };

  template <bool uniform, bool weighted>
  Pass pass_of(ProjectIndex project, double price) const;
  Pass pass(ProjectIndex project, double price) const;
  bool value_exactly(ProjectIndex project, Money cost, double doubt, Valuation& made);
  std::vector<Doubtful> separate(ProjectIndex project, Valuation& made);
  void settle(std::vector<Doubtful>& doubtful, Valuation& made) const;
  // The price at which this supporter runs out.
  double price_in_purse(std::uint32_t place) const;
  bool is_empty(BallotIndex ballot) const { return exhausted_in_[ballot] != never; }
  bool pays_all(std::uint32_t place, const Valuation& at) const;
  void begin_row();
  void add_to_row(BallotIndex ballot);
  void row_money(mpz_class& made) const { prices_.money(row_voters_, row_, made); }

  const ShareIndex* index_;
  std::vector<std::uint32_t> weights_;
  std::vector<double> rounded_weights_;
  std::vector<double> supporters_;  // per plan: weight of its ballots
  bool is_weighted_ = false;

  std::vector<double> money_;
  double money_error_ = 0;
  double endowment_ = 0;
  std::vector<std::uint32_t> exhausted_in_;
  std::vector<std::uint32_t> round_of_;  // per plan
  SharePrices prices_;

  Wide row_voters_ = 0;
  std::vector<Wide> row_;
};

}  // namespace wijktafel::budgeting
