// The panel that is worth most, when a member of each type has a price: an integer programme of few rows
// (size, quotas, households) and a bounded whole number per type. Branch and bound, depth first, on the
// linear relaxation (Clp, dual simplex, warm from node to node).
//   Pricing pricing(types);
//   const auto priced = pricing.best(weights, {});
//   if (priced.counts.empty()) ...  // no panel meets the quotas
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <span>

#include "compute/sortition/types.hpp"

namespace wijktafel::sortition {

struct Priced {
  TypeCounts counts;       // the best panel found; empty: none found
  double value = 0;        // its worth; minus infinity: none found
  double bound = 0;        // no panel is worth more than this; minus infinity: there is no panel
  bool is_proved = false;  // the search was finished: `value` is the largest, or no panel beats `beat`
};

// When the search may end early.
struct PricingLimits {
  double beat = -std::numeric_limits<double>::infinity();  // panels worth no more than this need not be found
  double enough = std::numeric_limits<double>::infinity();  // a panel worth this much ends the search
  std::size_t nodes = std::numeric_limits<std::size_t>::max();
  std::function<bool()> go_on;  // called at every node; false ends the search
};

// Not thread-safe: it keeps its simplex from call to call. `types` must outlive it.
class Pricing {
 public:
  explicit Pricing(const Types& types);
  ~Pricing();
  Pricing(const Pricing&) = delete;
  Pricing& operator=(const Pricing&) = delete;

  // Narrows the rows and the counts for the calls that follow (a face of the polytope); sizes as in Types.
  void set_row(std::size_t row, std::int64_t minimum, std::int64_t maximum);
  void set_range(TypeIndex type, std::int64_t least, std::int64_t most);

  // Maximises the sum of weights[t] times the count of type t. `weights` has one finite number per type.
  Priced best(std::span<const double> weights, const PricingLimits& limits);

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

}  // namespace wijktafel::sortition
