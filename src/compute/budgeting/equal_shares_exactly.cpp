// The part of Purses that computes with whole numbers without end: where doubles leave a doubt.
#include <algorithm>
#include <cmath>

#include "compute/budgeting/equal_shares_purses.hpp"

namespace wijktafel::budgeting {

void Purses::make_exact(ProjectIndex project, Money cost, Valuation& made) {
  if (made.is_exact) return;
  begin_row();
  made.divisor = 0;
  for (auto place = index_->firsts[project]; place < index_->firsts[project + 1]; ++place) {
    const auto ballot = index_->ballots[place];
    if (is_empty(ballot)) continue;
    if (price_in_purse(place) < made.pivot)
      add_to_row(ballot);
    else
      made.divisor += Wide{weights_[ballot]} * index_->share(place);
  }
  mpz_class paid;
  row_money(paid);
  made.numerator = prices_.denominator() * exact(cost) - paid;
  made.is_exact = true;
}

// Everybody nearer to the pivot than the doubt is put in order exactly; when the price that follows leaves
// somebody else in doubt, again with a wider doubt.
bool Purses::value_exactly(ProjectIndex project, Money cost, double doubt, Valuation& made) {
  if (money_of_supporters(project) < prices_.denominator() * exact(cost)) return false;
  while (true) {
    made.doubt = doubt;
    auto doubtful = separate(project, made);
    mpz_class paid;
    row_money(paid);
    made.numerator = prices_.denominator() * exact(cost) - paid;
    for (auto& purse : doubtful) {
      begin_row();
      add_to_row(purse.ballot);
      row_money(purse.money);
    }
    settle(doubtful, made);
    if (made.divisor > 0) {
      made.price = prices_.rounded(made.numerator, made.divisor);
      made.error = 0x1p-50 * made.price;
      made.is_exact =
          std::isinf(doubt) || std::abs(made.price - made.pivot) + made.error + 2 * money_error_ < doubt / 2;
      if (made.is_exact) return true;
    }
    doubt = doubt * 1024 > 2 * endowment_ ? std::numeric_limits<double>::infinity() : doubt * 1024;
  }
}

// Adds who certainly pay all they have to the row, and the shares of all others to the divisor.
std::vector<Purses::Doubtful> Purses::separate(ProjectIndex project, Valuation& made) {
  begin_row();
  made.divisor = 0;
  std::vector<Doubtful> doubtful;
  for (auto place = index_->firsts[project]; place < index_->firsts[project + 1]; ++place) {
    const auto ballot = index_->ballots[place];
    if (is_empty(ballot)) continue;
    const double away = price_in_purse(place) - made.pivot;
    if (std::abs(away) > made.doubt && away < 0) {
      add_to_row(ballot);
      continue;
    }
    if (std::abs(away) <= made.doubt) doubtful.push_back({ballot, index_->share(place), {}});
    made.divisor += Wide{weights_[ballot]} * index_->share(place);
  }
  return doubtful;
}

// Takes those who cannot pay the price in full out of the divisor, poorest first. Nobody left to pay in full:
// the doubt was too small.
void Purses::settle(std::vector<Doubtful>& doubtful, Valuation& made) const {
  const auto shares_of = [&](const Doubtful& purse) { return Wide{weights_[purse.ballot]} * purse.share; };
  std::ranges::sort(doubtful, [&](const Doubtful& a, const Doubtful& b) {
    const int order = cmp(a.money * exact(shares_of(b)), b.money * exact(shares_of(a)));
    return order != 0 ? order < 0 : a.ballot < b.ballot;
  });
  made.spent.clear();
  bool pays_exactly_all = false;
  for (const auto& purse : doubtful) {
    const Wide shares = shares_of(purse);
    const int order = cmp(made.numerator * exact(shares), purse.money * exact(made.divisor));
    if (order < 0) break;
    pays_exactly_all = pays_exactly_all || order == 0;
    if (!pays_exactly_all) {
      made.numerator -= purse.money;
      made.divisor -= shares;
    }
    made.spent.push_back(purse.ballot);
  }
  std::ranges::sort(made.spent);
}

}  // namespace wijktafel::budgeting
