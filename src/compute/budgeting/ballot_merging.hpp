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

  // Ballots of a large file lie far apart in memory, and waiting for it is most of the work. So who adds many
  // asks for what a ballot needs some ballots ahead, in two steps, and then adds it.
  static std::uint64_t hash_of(std::span<const ProjectIndex> choices, std::span<const std::int64_t> points);
  void fetch_slot(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }
  void fetch_ballot(std::uint64_t hash) const;
  void fetch_choices(std::uint64_t hash) const;
  BallotIndex add_hashed(std::uint64_t hash, std::span<const ProjectIndex> choices,
                         std::span<const std::int64_t> points, std::uint32_t weight = 1);

  // One decimal more for all points: each ten times as large. False when one would pass most_points.
  static constexpr std::int64_t most_points = 1'000'000'000'000;
  bool make_points_finer();

 private:
  bool is_same(BallotIndex ballot, std::span<const ProjectIndex> choices,
               std::span<const std::int64_t> points) const;
  void fill_slots(std::size_t number);
  BallotIndex likely(std::uint64_t hash) const;

  // A ballot's place with the upper half of its hash beside it: the ballot itself is looked at only when that
  // is the same.
  struct Slot {
    std::uint32_t mark = 0;
    BallotIndex ballot = ~BallotIndex{0};  // this: empty
  };

  Election* election_;
  std::vector<Slot> slots_;  // a power of two, at most half of them taken
};

}  // namespace wijktafel::budgeting
