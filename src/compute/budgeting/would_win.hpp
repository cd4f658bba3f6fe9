// What would have been enough: how many more supporters, or which lower price, would have bought a plan that
// was not bought. Every answer is tried by counting again; for rules where more support may also hurt, the
// answer says whether all smaller numbers were tried.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "compute/budgeting/election.hpp"
#include "compute/budgeting/optimum.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

// One thing that would have been otherwise: new ballots that name only `project`, with the most points that
// any ballot gives to one plan where points are given; or another price for it.
struct Change {
  ProjectIndex project = 0;
  std::uint32_t more_supporters = 0;
  std::optional<Money> price;
};
// Counts with a change, by the rule and the limits of what is explained. Without an answer (an optimum that
// is too large) what is found is not certain.
using CountChanged = std::function<Result<Outcome, NoCount>(const Change&)>;

struct Enough {
  std::int64_t value = 0;  // new ballots, or the price in Money
  // No smaller number (no higher price) is enough. Otherwise it is the best that was found: not every number
  // was tried, and the rule is not one where the others follow.
  bool is_certain = false;
  std::vector<ProjectIndex> displaced;  // bought now, not then
};

// Whether more ballots for one plan never take it away, and neither does a lower price. docs/methods says why
// for each rule.
bool is_monotone_in_supporters(const Rule& rule);
bool is_monotone_in_price(const Rule& rule);

// The election with one change at a time, without copying it again. Voters' columns are left out: no rule
// reads them.
class ChangedElection {
 public:
  explicit ChangedElection(const Election& election);

  // Valid until the next call.
  const Election& with(const Change& change);

 private:
  const Election& with_supporters(ProjectIndex project, std::uint32_t number);
  const Election& with_price(ProjectIndex project, Money price);

  Election more_ballots_;
  Election other_price_;
  std::uint64_t voters_;
  std::vector<Money> costs_;
  ProjectIndex changed_ = 0;
};

// `guess`: a number that is thought to be near, by about `step`; only for speed. `tries`: how many counts may
// be spent on smaller numbers where the rule is not monotone; 0: none. Nothing when up to `most` nothing is
// enough.
struct Search {
  std::int64_t guess = 1;
  std::int64_t step = 1;
  std::int64_t most = 0;
  bool is_monotone = true;
  int tries = 64;
  // Asked before each count; when not, the search ends with the best so far. Empty: always.
  std::function<bool()> may_count = {};
};
struct Found {
  std::optional<std::int64_t> value;  // the smallest found to be enough
  bool is_certain = true;             // no smaller one is, or none at all
};
// The smallest of 1 .. most for which `is_enough`.
Found smallest(const Search& search, const std::function<bool(std::int64_t)>& is_enough);

struct Sought {
  std::optional<Enough> enough;
  // Without an answer: not every number was tried, so that one may exist.
  bool is_given_up = false;
};
// For a plan that `before` did not buy. Nothing when no number up to 100 times the voters is enough, or no
// price.
Sought enough_supporters(const Election& election, const Outcome& before, ProjectIndex project,
                         const CountChanged& count, Search search);
Sought enough_price(const Election& election, const Outcome& before, ProjectIndex project,
                    const CountChanged& count, Search search);

}  // namespace wijktafel::budgeting
