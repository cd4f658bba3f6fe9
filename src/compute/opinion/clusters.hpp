// k-means on points of the map, and how well a clustering fits (silhouette, Rousseeuw 1987).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "compute/opinion/components.hpp"

namespace wijktafel::opinion {

struct Clusters {
  std::vector<Point> centres;
  std::vector<std::uint32_t> of;  // per point: place of its cluster in `centres`
  std::size_t count() const { return centres.size(); }
};

// The first `count` points that differ from each other; fewer when there are no more.
std::vector<Point> first_distinct(std::span<const Point> points, std::size_t count);

// Lloyd's k-means from the given centres: every point to the nearest (the first at a tie), centres to the
// weighted mean, clusters that lost all points dropped; until no centre moves 0.01 or more (centres compared
// in sorted order), 20 rounds at most. `weights`: one per point, or empty for 1 each. Nothing for no points
// or centres.
Clusters k_means(std::span<const Point> points, std::span<const double> weights, std::vector<Point> centres);

// Mean over all points of (b - a) / max(a, b): a the mean distance to the others of its cluster, b the
// smallest mean distance to another cluster; for a point alone in its cluster 0, or 1 when it stands for more
// than one person (`people`: for each point how many; empty: one): they stand together. Between -1 and 1; 0
// for one cluster. In time proportional to the square of the points.
double silhouette(std::span<const Point> points, const Clusters& clusters,
                  std::span<const double> people = {});

// Which of the centres is nearest; the first at a tie. At least one centre.
std::uint32_t nearest(std::span<const Point> centres, Point point);

}  // namespace wijktafel::opinion
