// Who paid for what, read back from an outcome: the rule has chosen exactly, this shows it in numbers for
// people. Payments are doubles made from the order of buying alone (relative error below 1e-9), and decide
// nothing.
#pragma once

#include <vector>

#include "compute/budgeting/election.hpp"

namespace wijktafel::budgeting {

struct Contribution {
  BallotIndex ballot;
  double each;  // in Money, of one voter of this ballot
};
struct Purchase {
  ProjectIndex project = 0;
  // What a voter pays for each unit of utility, when there is money enough: Equal Shares buys the plan for
  // which this is least. Phragmén: the load of its supporters afterwards.
  double rate = 0;
  double largest_payment = 0;
  std::vector<Contribution> contributions;  // ballots in ascending order
};
struct Ledger {
  std::vector<Purchase> purchases;  // in the order bought
  std::vector<double> left;         // per ballot, of one voter; the load for Phragmén
};

// Equal Shares: each voter begins with `endowment` and pays for `order`, at most what they have left; source
// in docs/methods/equal-shares.md.
//   equal_shares_ledger(election, support, outcome.selected, double(election.budget) / voters)
Ledger equal_shares_ledger(const Election& election, const Support& support,
                           const std::vector<ProjectIndex>& order, double endowment);

// Phragmén: supporters pay so that each of them has paid as much in all; docs/methods/phragmen.md.
Ledger phragmen_ledger(const Election& election, const Support& support,
                       const std::vector<ProjectIndex>& order);

// A row of payments in whole Money whose sum is exactly `cost`: the rounding of each is carried to the next.
// `payments` are sums of groups, in the order of the groups.
std::vector<Money> in_whole_money(const std::vector<double>& payments, Money cost);

}  // namespace wijktafel::budgeting
