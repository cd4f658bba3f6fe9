// Groups of people who answer alike: people on the map, gathered in at most 100 clusters of neighbours, and
// those gathered in 2 to 5 groups. As the original does it (Small et al. 2021), without its memory of earlier
// computations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "compute/opinion/clusters.hpp"
#include "compute/opinion/components.hpp"
#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

// So many votes put somebody on the map: 7, or one on every statement when there are fewer statements.
std::size_t enough_votes(std::size_t statements);

// Who is put in a group, ascending: people with enough votes; when those are fewer than 15, also the others
// with most votes, up to 15 people (at a tie whoever comes first). Nobody without a vote.
std::vector<PersonIndex> grouped_people(const Votes& votes);

// Up to 100 clusters of the points, from the first 100 different ones; as many as there are different points
// when those are not more than 100.
Clusters base_clusters(std::span<const Point> points);

struct Grouping {
  Clusters clusters;       // of base clusters
  double silhouette = 0;   // over base clusters, each counted once
  std::size_t joined = 0;  // small clusters that went to the nearest one
};

// k-means with k = 2 .. min(5, 2 + base clusters / 12) on base clusters weighted by their people; then
// clusters of fewer than `smallest` people are joined, and of what is left the division with the largest
// silhouette is taken (the largest k at a tie), one cluster only when no k leaves two: so that one person far
// from all others does not take the place of a group. Nothing when there are not two different points.
std::optional<Grouping> best_grouping(std::span<const Point> centres, std::span<const double> people,
                                      std::size_t smallest = 1);
// With one k, from the first k different centres; nothing is joined.
Grouping grouping_of(std::span<const Point> centres, std::span<const double> people, std::size_t k);

}  // namespace wijktafel::opinion
