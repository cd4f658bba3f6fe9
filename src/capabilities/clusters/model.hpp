// Which signals lie together, without a database: the density of DBSCAN (Ester and others, 1996) over metres
// and days. The outcome depends only on the signals and the rule, not on their order.
#pragma once

#include <optional>
#include <vector>

#include "capabilities/clusters/clusters.hpp"

namespace wijktafel::clusters {

struct Rule {
  int number = 5;  // so many near each other, itself counted; 0: never
  int metres = 150;
  int days = 42;
};

struct Spot {
  ItemId item{};
  double x_m = 0;  // RD New
  double y_m = 0;
  Instant reported_at{};
  std::optional<ClusterId> cluster = std::nullopt;  // that it belongs to already
};

inline constexpr int square_m = 250;
// The squares that a spot's neighbours can lie in: this many on each side of its own.
int squares_around(const Rule& rule);
std::int64_t square_of(double metres);

bool are_near(const Spot& one, const Spot& other, const Rule& rule);

// Everything that lies together with spots[start]: it is near one that has `number` near it, or is such a
// one, and from each of those on. Positions in ascending order; empty when there are too few.
std::vector<std::size_t> together_with(const std::vector<Spot>& spots, std::size_t start, const Rule& rule);

}  // namespace wijktafel::clusters
