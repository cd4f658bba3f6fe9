#include "capabilities/clusters/model.hpp"

#include <algorithm>
#include <cmath>

namespace wijktafel::clusters {
namespace {

std::vector<std::size_t> near(const std::vector<Spot>& spots, std::size_t one, const Rule& rule) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < spots.size(); ++i)
    if (are_near(spots[one], spots[i], rule)) found.push_back(i);
  return found;
}

}  // namespace

int squares_around(const Rule& rule) { return (rule.metres + square_m - 1) / square_m; }

std::int64_t square_of(double metres) { return static_cast<std::int64_t>(std::floor(metres / square_m)); }

bool are_near(const Spot& one, const Spot& other, const Rule& rule) {
  if (std::hypot(one.x_m - other.x_m, one.y_m - other.y_m) > rule.metres) return false;
  const auto apart = std::chrono::abs(one.reported_at - other.reported_at);
  return apart <= std::chrono::days(rule.days);
}

std::vector<std::size_t> together_with(const std::vector<Spot>& spots, std::size_t start, const Rule& rule) {
  if (rule.number < 1) return {};
  const auto needed = static_cast<std::size_t>(rule.number);
  std::vector<bool> is_member(spots.size());
  std::vector<std::size_t> to_look_from;
  // A spot at the edge has too few around it itself, and belongs to what has enough.
  for (const auto i : near(spots, start, rule))
    if (near(spots, i, rule).size() >= needed) to_look_from.push_back(i);
  std::vector<bool> was_looked_from(spots.size());
  while (!to_look_from.empty()) {
    const auto core = to_look_from.back();
    to_look_from.pop_back();
    if (was_looked_from[core]) continue;
    was_looked_from[core] = true;
    for (const auto i : near(spots, core, rule)) {
      is_member[i] = true;
      if (!was_looked_from[i] && near(spots, i, rule).size() >= needed) to_look_from.push_back(i);
    }
  }
  std::vector<std::size_t> members;
  for (std::size_t i = 0; i < spots.size(); ++i)
    if (is_member[i]) members.push_back(i);
  return members;
}

}  // namespace wijktafel::clusters
