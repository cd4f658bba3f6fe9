#include "compute/budgeting/ballot_merging.hpp"

#include <algorithm>

namespace wijktafel::budgeting {
namespace {

constexpr BallotIndex none = ~BallotIndex{0};

}  // namespace

std::uint64_t BallotMerger::hash_of(std::span<const ProjectIndex> choices,
                                    std::span<const std::int64_t> points) {
  std::uint64_t hash = choices.size();
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * 0xD6E8FEB86659FD93U;
    hash ^= hash >> 32U;
  };
  for (const auto project : choices) mix(project + 1);
  for (const auto given : points) mix(static_cast<std::uint64_t>(given));
  mix(0);
  return hash;
}

BallotMerger::BallotMerger(Election& election) : election_(&election), slots_(64) {
  if (election.firsts.empty()) election.firsts.push_back(0);
}

BallotIndex BallotMerger::add(std::span<const ProjectIndex> choices, std::span<const std::int64_t> points,
                              std::uint32_t weight) {
  return add_hashed(hash_of(choices, points), choices, points, weight);
}

// What stands at the first slot for it, when it may be the same ballot.
BallotIndex BallotMerger::likely(std::uint64_t hash) const {
  const auto& slot = slots_[hash & (slots_.size() - 1)];
  return slot.mark == static_cast<std::uint32_t>(hash >> 32U) ? slot.ballot : none;
}

void BallotMerger::fetch_ballot(std::uint64_t hash) const {
  const auto ballot = likely(hash);
  if (ballot == none) return;
  __builtin_prefetch(&election_->firsts[ballot]);
  __builtin_prefetch(&election_->weights[ballot]);
}

void BallotMerger::fetch_choices(std::uint64_t hash) const {
  const auto ballot = likely(hash);
  if (ballot == none) return;
  const auto first = election_->firsts[ballot];
  __builtin_prefetch(election_->choices.data() + first);
  if (!election_->points.empty()) __builtin_prefetch(election_->points.data() + first);
}

BallotIndex BallotMerger::add_hashed(std::uint64_t hash, std::span<const ProjectIndex> choices,
                                     std::span<const std::int64_t> points, std::uint32_t weight) {
  election_->voters += weight;
  const auto mark = static_cast<std::uint32_t>(hash >> 32U);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].ballot != none; at = (at + 1) & mask) {
    const auto ballot = slots_[at].ballot;
    if (slots_[at].mark == mark && is_same(ballot, choices, points)) {
      election_->weights[ballot] += weight;
      return ballot;
    }
  }
  const auto ballot = static_cast<BallotIndex>(election_->weights.size());
  election_->weights.push_back(weight);
  election_->choices.insert(election_->choices.end(), choices.begin(), choices.end());
  election_->points.insert(election_->points.end(), points.begin(), points.end());
  election_->firsts.push_back(static_cast<std::uint32_t>(election_->choices.size()));
  slots_[at] = {mark, ballot};
  if (election_->weights.size() * 2 > slots_.size()) fill_slots(slots_.size() * 2);
  return ballot;
}

bool BallotMerger::is_same(BallotIndex ballot, std::span<const ProjectIndex> choices,
                           std::span<const std::int64_t> points) const {
  return std::ranges::equal(election_->choices_of(ballot), choices) &&
         std::ranges::equal(election_->points_of(ballot), points);
}

bool BallotMerger::make_points_finer() {
  for (auto& given : election_->points) {
    given *= 10;
    if (given > most_points) return false;
  }
  fill_slots(slots_.size());
  return true;
}

void BallotMerger::fill_slots(std::size_t number) {
  slots_.assign(number, Slot{});
  for (BallotIndex ballot = 0; ballot < election_->weights.size(); ++ballot) {
    const auto hash = hash_of(election_->choices_of(ballot), election_->points_of(ballot));
    std::size_t at = hash & (number - 1);
    while (slots_[at].ballot != none) at = (at + 1) & (number - 1);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), ballot};
  }
}

}  // namespace wijktafel::budgeting
