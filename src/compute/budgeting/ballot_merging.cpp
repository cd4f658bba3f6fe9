#include "compute/budgeting/ballot_merging.hpp"

#include <algorithm>

namespace wijktafel::budgeting {
namespace {

constexpr BallotIndex none = ~BallotIndex{0};

std::uint64_t hash_of(std::span<const ProjectIndex> choices, std::span<const std::int64_t> points) {
  std::uint64_t hash = choices.size();
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * 0xD6E8FEB86659FD93U;
    hash ^= hash >> 32U;
  };
  for (const auto project : choices) mix(project + 1);
  for (const auto given : points) mix(static_cast<std::uint64_t>(given));
  return hash;
}

}  // namespace

BallotMerger::BallotMerger(Election& election) : election_(&election), slots_(64, none) {
  if (election.firsts.empty()) election.firsts.push_back(0);
}

BallotIndex BallotMerger::add(std::span<const ProjectIndex> choices, std::span<const std::int64_t> points,
                              std::uint32_t weight) {
  election_->voters += weight;
  std::size_t at = hash_of(choices, points);
  for (;; ++at) {
    const auto ballot = slots_[at & (slots_.size() - 1)];
    if (ballot == none) break;
    if (is_same(ballot, choices, points)) {
      election_->weights[ballot] += weight;
      return ballot;
    }
  }
  const auto ballot = static_cast<BallotIndex>(election_->weights.size());
  election_->weights.push_back(weight);
  election_->choices.insert(election_->choices.end(), choices.begin(), choices.end());
  election_->points.insert(election_->points.end(), points.begin(), points.end());
  election_->firsts.push_back(static_cast<std::uint32_t>(election_->choices.size()));
  slots_[at & (slots_.size() - 1)] = ballot;
  if (election_->weights.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, none);
    fill_slots();
  }
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
  std::ranges::fill(slots_, none);
  fill_slots();
  return true;
}

void BallotMerger::fill_slots() {
  for (BallotIndex ballot = 0; ballot < election_->weights.size(); ++ballot) {
    std::size_t at = hash_of(election_->choices_of(ballot), election_->points_of(ballot));
    while (slots_[at & (slots_.size() - 1)] != none) ++at;
    slots_[at & (slots_.size() - 1)] = ballot;
  }
}

}  // namespace wijktafel::budgeting
