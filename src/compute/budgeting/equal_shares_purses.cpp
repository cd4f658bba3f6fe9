#include "compute/budgeting/equal_shares_purses.hpp"

#include <algorithm>
#include <cmath>

namespace wijktafel::budgeting {
namespace {

constexpr double unit = 0x1p-53;

}  // namespace

Purses::Purses(const ShareIndex& index, std::span<const std::uint32_t> weights)
    : index_(&index),
      weights_(weights.begin(), weights.end()),
      supporters_(index.projects()),
      round_of_(index.projects()) {
  is_weighted_ = std::ranges::any_of(weights, [](std::uint32_t weight) { return weight != 1; });
  rounded_weights_.assign(weights_.begin(), weights_.end());
  for (ProjectIndex project = 0; project < index.projects(); ++project)
    for (auto place = index.firsts[project]; place < index.firsts[project + 1]; ++place)
      supporters_[project] += rounded_weights_[index.ballots[place]];
}

void Purses::set_weight(BallotIndex ballot, ProjectIndex project, std::uint32_t weight) {
  supporters_[project] += static_cast<double>(weight) - rounded_weights_[ballot];
  weights_[ballot] = weight;
  rounded_weights_[ballot] = weight;
}

void Purses::begin(const mpq_class& endowment) {
  prices_.begin(endowment);
  endowment_ = endowment.get_d();
  money_.assign(weights_.size(), endowment_);
  money_error_ = 16 * unit * endowment_;
  exhausted_in_.assign(weights_.size(), never);
  std::ranges::fill(round_of_, never);
}

double Purses::price_in_purse(std::uint32_t place) const {
  const double money = money_[index_->ballots[place]];
  return index_->is_uniform ? money : money / index_->rounded_shares[place];
}

template <bool uniform, bool weighted>
Purses::Pass Purses::pass_of(ProjectIndex project, double price) const {
  Pass made;
  const auto* ballots = index_->ballots.data();
  const auto* shares = index_->rounded_shares.data();
  const auto* purses = money_.data();
  const auto* weights = rounded_weights_.data();
  const auto end = index_->firsts[project + 1];
  for (auto place = index_->firsts[project]; place < end; ++place) {
    const auto ballot = ballots[place];
    const double money = purses[ballot];
    const double reaches = uniform ? money : money / shares[place];
    double weight = weighted ? weights[ballot] : 1.0;
    const bool is_short = reaches < price;
    made.paid += is_short ? weight * money : 0.0;
    if constexpr (!uniform) weight *= shares[place];
    made.shares += is_short ? 0.0 : weight;
    made.below = std::max(made.below, is_short ? reaches : -1.0);
    made.above = std::min(made.above, is_short ? std::numeric_limits<double>::infinity() : reaches);
  }
  return made;
}

Purses::Pass Purses::pass(ProjectIndex project, double price) const {
  if (index_->is_uniform)
    return is_weighted_ ? pass_of<true, true>(project, price) : pass_of<true, false>(project, price);
  return is_weighted_ ? pass_of<false, true>(project, price) : pass_of<false, false>(project, price);
}

bool Purses::can_pay(ProjectIndex project, Money cost) {
  double together = 0;
  for (auto place = index_->firsts[project]; place < index_->firsts[project + 1]; ++place)
    together += rounded_weights_[index_->ballots[place]] * money_[index_->ballots[place]];
  const auto wanted = static_cast<double>(cost);
  const double terms = static_cast<double>(index_->firsts[project + 1] - index_->firsts[project]) + 8;
  const double error = 2 * (supporters_[project] * money_error_ + terms * unit * (together + wanted));
  if (std::abs(together - wanted) > error) return together > wanted;
  return money_of_supporters(project) >= prices_.denominator() * exact(cost);
}

// What supporters pay is a concave function of the price, so Newton's steps from below never pass the truth,
// and each takes at least one purse into those that pay all they have.
bool Purses::value(ProjectIndex project, Money cost, double at_least, Valuation& made) {
  made.is_exact = made.is_unhindered = false;
  made.doubt = 0;
  made.spent.clear();
  const auto wanted = static_cast<double>(cost);
  const double terms = static_cast<double>(index_->firsts[project + 1] - index_->firsts[project]) + 8;
  double price = at_least;
  while (true) {
    const Pass found = pass(project, price);
    if (found.shares == 0) {
      const double error = supporters_[project] * money_error_ + terms * unit * (found.paid + wanted);
      if (found.paid < wanted - 2 * error) return false;
      made.pivot = price;
      return value_exactly(project, cost, std::numeric_limits<double>::infinity(), made);
    }
    const double next = (wanted - found.paid) / found.shares;
    const double short_of = supporters_[project] - (index_->is_uniform ? found.shares : 0.0);
    made.error = 1.01 * ((short_of * money_error_ + terms * unit * (wanted + found.paid)) / found.shares +
                         terms * unit * std::abs(next));
    const double doubt = made.error + 1.01 * money_error_ + 8 * unit * std::abs(next);
    made.price = made.pivot = next;
    if (found.above - next > doubt && next - found.below > doubt) {
      made.is_unhindered = found.below < 0;
      return true;
    }
    if (next <= price || found.above > next) return value_exactly(project, cost, 2 * doubt, made);
    price = next;
  }
}

bool Purses::pays_all(std::uint32_t place, const Valuation& at) const {
  const double away = price_in_purse(place) - at.pivot;
  if (at.doubt > 0 && std::abs(away) <= at.doubt)
    return std::ranges::binary_search(at.spent, index_->ballots[place]);
  return away < 0;
}

bool Purses::add_spent(ProjectIndex project, const Valuation& at, std::vector<std::uint32_t>& to) const {
  bool somebody_pays_in_full = false;
  for (auto place = index_->firsts[project]; place < index_->firsts[project + 1]; ++place) {
    const auto ballot = index_->ballots[place];
    if (is_empty(ballot)) continue;
    if (pays_all(place, at))
      to.push_back(ballot);
    else
      somebody_pays_in_full = true;
  }
  return somebody_pays_in_full;
}

void Purses::buy(ProjectIndex project, Money cost, Valuation& at) {
  make_exact(project, cost, at);
  const auto round = static_cast<std::uint32_t>(prices_.rounds());
  const double price = prices_.rounded(at.numerator, at.divisor);
  prices_.add(at.numerator, at.divisor);
  for (auto place = index_->firsts[project]; place < index_->firsts[project + 1]; ++place) {
    const auto ballot = index_->ballots[place];
    if (is_empty(ballot)) continue;
    if (pays_all(place, at)) {
      money_[ballot] = 0;
      exhausted_in_[ballot] = round;
    } else {
      const double pays = index_->is_uniform ? price : price * index_->rounded_shares[place];
      money_[ballot] = std::max(0.0, money_[ballot] - pays);
    }
  }
  round_of_[project] = round;
  money_error_ += 2 * unit * endowment_;
}

mpz_class Purses::money_of_supporters(ProjectIndex project) {
  begin_row();
  for (auto place = index_->firsts[project]; place < index_->firsts[project + 1]; ++place)
    if (!is_empty(index_->ballots[place])) add_to_row(index_->ballots[place]);
  mpz_class made;
  row_money(made);
  return made;
}

void Purses::begin_row() {
  row_voters_ = 0;
  row_.assign(prices_.rounds(), 0);
}

void Purses::add_to_row(BallotIndex ballot) {
  const Wide weight = weights_[ballot];
  row_voters_ += weight;
  for (auto slot = index_->ballot_firsts[ballot]; slot < index_->ballot_firsts[ballot + 1]; ++slot)
    if (const auto round = round_of_[index_->held[slot]]; round != never)
      row_[round] += index_->is_uniform ? weight : weight * index_->held_shares[slot];
}

}  // namespace wijktafel::budgeting
