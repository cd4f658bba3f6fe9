// Puts ballots in an Election, equal ones once with their number as weight: most elections have far fewer
// different ballots than voters, and every rule gives the same winners for them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compute/budgeting/election.hpp"

namespace wijktafel::budgeting {

class BallotMerger {
 public:
  explicit BallotMerger(Election& election);

  // Choices as Election keeps them; points beside them, or none. Gives the ballot's place.
  BallotIndex add(std::span<const ProjectIndex> choices, std::span<const std::int64_t> points,
                  std::uint32_t weight = 1);

  // One decimal more for all points: each ten times as large. False when one would pass most_points.
  static constexpr std::int64_t most_points = 1'000'000'000'000;
  bool make_points_finer();

 private:
  bool is_same(BallotIndex ballot, std::span<const ProjectIndex> choices,
               std::span<const std::int64_t> points) const;
  void fill_slots();

  Election* election_;
  std::vector<BallotIndex> slots_;
};

}  // namespace wijktafel::budgeting
