// Who pays for what, laid out for the passes of Equal Shares: for each plan its supporters close together,
// for each ballot its plans. A supporter's share is how many times the price of a plan they pay: their
// utility, or 1 when all supporters of a plan have the same (cost, cardinality), so that most elections need
// no utilities in the inner loop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/wide.hpp"

namespace wijktafel::budgeting {

struct ShareIndex {
  ShareIndex(const Election& election, Utility utility);

  std::uint32_t projects() const { return static_cast<std::uint32_t>(is_free.size()); }
  std::int64_t share(std::uint32_t place) const { return is_uniform ? 1 : shares[place]; }

  bool is_uniform = true;
  // By plan: supporters are ballots[firsts[p] .. firsts[p + 1]).
  std::vector<std::uint32_t> firsts;
  std::vector<BallotIndex> ballots;
  std::vector<std::int64_t> shares;    // beside ballots; empty when uniform
  std::vector<double> rounded_shares;  // the same
  std::vector<char> is_free;           // costs nothing and somebody wants it
  // By ballot, the plans it supports: held[ballot_firsts[b] .. ballot_firsts[b + 1]).
  std::vector<std::uint32_t> ballot_firsts;
  std::vector<ProjectIndex> held;
  std::vector<std::int64_t> held_shares;  // beside held; empty when uniform
};

}  // namespace wijktafel::budgeting
