#include "compute/budgeting/ledger.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wijktafel::budgeting {
namespace {

// The payment per unit of utility at which the supporters bring the cost together, when nobody pays more than
// they have: first those pay everything who would be asked more than they have.
double rate_of(const Election& election, std::span<const Supporter> supporters,
               const std::vector<double>& left, double cost) {
  std::vector<std::pair<double, const Supporter*>> in_order;
  in_order.reserve(supporters.size());
  double utility = 0;
  for (const auto& supporter : supporters) {
    in_order.emplace_back(left[supporter.ballot] / static_cast<double>(supporter.utility), &supporter);
    utility += static_cast<double>(supporter.utility) * election.weights[supporter.ballot];
  }
  std::ranges::sort(in_order, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->ballot < b.second->ballot;
  });
  double rate = 0;
  for (const auto& [most, supporter] : in_order) {
    rate = cost / utility;
    if (rate <= most) return rate;
    cost -= left[supporter->ballot] * election.weights[supporter->ballot];
    utility -= static_cast<double>(supporter->utility) * election.weights[supporter->ballot];
    rate = most;
  }
  return rate;
}

}  // namespace

Ledger equal_shares_ledger(const Election& election, const Support& support,
                           const std::vector<ProjectIndex>& order, double endowment) {
  Ledger ledger{.purchases = {}, .left = std::vector<double>(election.ballots(), endowment)};
  for (const auto project : order) {
    const auto cost = static_cast<double>(election.projects[project].cost);
    Purchase purchase{.project = project, .contributions = {}};
    if (cost > 0) purchase.rate = rate_of(election, support.of(project), ledger.left, cost);
    for (const auto& supporter : support.of(project)) {
      auto& left = ledger.left[supporter.ballot];
      const double pays = std::min(left, purchase.rate * static_cast<double>(supporter.utility));
      purchase.contributions.push_back({supporter.ballot, pays});
      purchase.largest_payment = std::max(purchase.largest_payment, pays);
      left -= pays;
    }
    ledger.purchases.push_back(std::move(purchase));
  }
  return ledger;
}

Ledger phragmen_ledger(const Election& election, const Support& support,
                       const std::vector<ProjectIndex>& order) {
  Ledger ledger{.purchases = {}, .left = std::vector<double>(election.ballots())};
  for (const auto project : order) {
    Purchase purchase{.project = project, .contributions = {}};
    const auto voters = static_cast<double>(support.voters_of(project));
    double load = static_cast<double>(election.projects[project].cost);
    for (const auto& supporter : support.of(project))
      load += ledger.left[supporter.ballot] * election.weights[supporter.ballot];
    if (voters > 0) purchase.rate = load / voters;
    for (const auto& supporter : support.of(project)) {
      auto& paid = ledger.left[supporter.ballot];
      const double pays = std::max(0.0, purchase.rate - paid);
      purchase.contributions.push_back({supporter.ballot, pays});
      purchase.largest_payment = std::max(purchase.largest_payment, pays);
      paid = purchase.rate;
    }
    ledger.purchases.push_back(std::move(purchase));
  }
  return ledger;
}

std::vector<Money> in_whole_money(const std::vector<double>& payments, Money cost) {
  double all = 0;
  for (const auto payment : payments) all += payment;
  std::vector<Money> whole;
  double passed = 0;
  Money given = 0;
  for (std::size_t i = 0; i < payments.size(); ++i) {
    passed += payments[i];
    const bool is_last = i + 1 == payments.size();
    const double part = all > 0 ? std::clamp(passed / all, 0.0, 1.0) : 0;
    const Money until =
        is_last ? cost : static_cast<Money>(std::floor(part * static_cast<double>(cost) + 0.5));
    whole.push_back(std::clamp(until, given, cost) - given);
    given += whole.back();
  }
  return whole;
}

}  // namespace wijktafel::budgeting
