// The linear programme over the panels known so far: a chance for each panel, such that
//   sum over panels of chance * count / people  >=  floor + share * reached     for every type
// with `reached` as large as possible. Shares 1 and floors 0 ask for the largest smallest chance; shares
// equal to given chances and floors 0 ask how much of these chances can be had. Its multipliers price the
// next panel (column generation).
#pragma once

#include <memory>
#include <set>
#include <span>
#include <vector>

#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {

struct MasterSolution {
  bool is_solved = false;
  double reached = 0;
  std::vector<double> prices;  // per type, of its count: a panel helps when it is worth more than `worth`;
  double worth = 0;            // where the ceiling does not bind, sum of price * people * share is 1
};

// Not thread-safe. `types` must outlive it.
class Master {
 public:
  explicit Master(const Types& types);
  ~Master();
  Master(const Master&) = delete;
  Master& operator=(const Master&) = delete;

  bool add(const TypeCounts& counts);  // false: known already
  std::size_t size() const { return panels_.size(); }
  // `reached` is not looked for above the ceiling. One share and one floor per type.
  void aim(std::span<const double> shares, std::span<const double> floors, double ceiling);
  MasterSolution solve();
  std::vector<TypePanel> panels() const;  // with a chance above 0 in the last solution

 private:
  class Programme;
  const Types& types_;
  std::vector<TypeCounts> panels_;
  std::set<TypeCounts> known_;
  std::unique_ptr<Programme> programme_;
};

}  // namespace wijktafel::sortition
