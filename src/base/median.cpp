#include "base/median.hpp"

namespace wijktafel {
namespace {

// Counted from 0, in order; there are more than `place`.
std::int64_t at(const Counts& counts, std::int64_t place) {
  for (const auto& [number, times] : counts) {
    if (place < times) return number;
    place -= times;
  }
  return counts.rbegin()->first;
}

}  // namespace

std::int64_t number_of(const Counts& counts) {
  std::int64_t all = 0;
  for (const auto& [number, times] : counts) all += times;
  return all;
}

std::optional<double> median(const Counts& counts) {
  const auto all = number_of(counts);
  if (all == 0) return std::nullopt;
  return static_cast<double>(at(counts, (all - 1) / 2) + at(counts, all / 2)) / 2;
}

}  // namespace wijktafel
