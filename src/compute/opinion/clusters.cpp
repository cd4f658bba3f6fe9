#include "compute/opinion/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace wijktafel::opinion {
namespace {

constexpr int most_rounds = 20;
constexpr double standing_still = 0.01;

double distance(Point one, Point other) { return std::hypot(one.x - other.x, one.y - other.y); }

std::vector<Point> sorted(std::vector<Point> points) {
  std::ranges::sort(points, {}, [](const Point& point) { return std::pair(point.x, point.y); });
  return points;
}

bool stand_still(const std::vector<Point>& before, const std::vector<Point>& after) {
  if (before.size() != after.size()) return false;
  const auto one = sorted(before);
  const auto other = sorted(after);
  for (std::size_t i = 0; i < one.size(); ++i)
    if (distance(one[i], other[i]) >= standing_still) return false;
  return true;
}

// Moves the centres to the means and drops those without points.
void take_means(std::span<const Point> points, std::span<const double> weights, Clusters& clusters) {
  std::vector<Point> sums(clusters.count());
  std::vector<double> totals(clusters.count(), 0.0);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double weight = weights.empty() ? 1.0 : weights[i];
    const auto cluster = clusters.of[i];
    sums[cluster].x += weight * points[i].x;
    sums[cluster].y += weight * points[i].y;
    totals[cluster] += weight;
  }
  std::vector<std::uint32_t> place(clusters.count(), 0);
  std::uint32_t kept = 0;
  for (std::size_t c = 0; c < clusters.count(); ++c) {
    if (totals[c] <= 0) continue;
    clusters.centres[kept] = {sums[c].x / totals[c], sums[c].y / totals[c]};
    place[c] = kept++;
  }
  if (kept == clusters.count()) return;
  clusters.centres.resize(kept);
  for (auto& cluster : clusters.of) cluster = place[cluster];
}

}  // namespace

std::vector<Point> first_distinct(std::span<const Point> points, std::size_t count) {
  std::vector<Point> distinct;
  std::set<std::pair<double, double>> seen;
  for (const auto& point : points) {
    if (distinct.size() == count) break;
    if (seen.emplace(point.x, point.y).second) distinct.push_back(point);
  }
  return distinct;
}

std::uint32_t nearest(std::span<const Point> centres, Point point) {
  std::uint32_t best = 0;
  std::uint32_t place = 0;
  double least = std::numeric_limits<double>::infinity();
  for (const auto& centre : centres) {
    const double x = centre.x - point.x;
    const double y = centre.y - point.y;
    const double square = x * x + y * y;
    if (square < least) {
      best = place;
      least = square;
    }
    ++place;
  }
  return best;
}

Clusters k_means(std::span<const Point> points, std::span<const double> weights, std::vector<Point> centres) {
  Clusters clusters;
  if (points.empty() || centres.empty()) return clusters;
  clusters.centres = std::move(centres);
  clusters.of.assign(points.size(), 0);
  for (int round = 0; round < most_rounds; ++round) {
    const auto before = clusters.centres;
    for (std::size_t i = 0; i < points.size(); ++i) clusters.of[i] = nearest(before, points[i]);
    take_means(points, weights, clusters);
    if (stand_still(before, clusters.centres)) break;
  }
  return clusters;
}

double silhouette(std::span<const Point> points, const Clusters& clusters, std::span<const double> people) {
  if (clusters.count() < 2 || points.empty()) return 0;
  std::vector<std::size_t> sizes(clusters.count(), 0);
  for (const auto cluster : clusters.of) ++sizes[cluster];
  double total = 0;
  std::vector<double> distances(clusters.count());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto own = clusters.of[i];
    if (sizes[own] < 2) {
      total += !people.empty() && people[i] > 1 ? 1 : 0;
      continue;
    }
    distances.assign(clusters.count(), 0.0);
    for (std::size_t j = 0; j < points.size(); ++j)
      distances[clusters.of[j]] += distance(points[i], points[j]);
    const double inside = distances[own] / static_cast<double>(sizes[own] - 1);
    double outside = -1;
    for (std::size_t c = 0; c < clusters.count(); ++c) {
      if (c == own || sizes[c] == 0) continue;
      const double mean = distances[c] / static_cast<double>(sizes[c]);
      if (outside < 0 || mean < outside) outside = mean;
    }
    const double larger = std::max(inside, outside);
    if (outside >= 0 && larger > 0) total += (outside - inside) / larger;
  }
  return total / static_cast<double>(points.size());
}

}  // namespace wijktafel::opinion
