#include "compute/opinion/groups.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace wijktafel::opinion {
namespace {

constexpr std::size_t votes_for_the_map = 7;
constexpr std::size_t enough_people = 15;
constexpr std::size_t most_base_clusters = 100;
constexpr std::size_t most_groups = 5;
constexpr std::size_t clusters_per_group = 12;

// The smallest cluster that is too small goes to the one whose centre is nearest; until none is too small.
void join_small(std::span<const double> people, std::size_t smallest, Grouping& grouping) {
  auto& [centres, of] = grouping.clusters;
  std::vector<double> sizes(centres.size(), 0.0);
  for (std::size_t i = 0; i < of.size(); ++i) sizes[of[i]] += people[i];
  while (centres.size() > 1) {
    const auto least = std::ranges::min_element(sizes) - sizes.begin();
    const auto small = static_cast<std::uint32_t>(least);
    if (sizes[small] >= static_cast<double>(smallest)) return;
    const auto centre = centres[small];
    const double size = sizes[small];
    centres.erase(centres.begin() + least);
    sizes.erase(sizes.begin() + least);
    const auto into = nearest(centres, centre);
    centres[into] = {(centres[into].x * sizes[into] + centre.x * size) / (sizes[into] + size),
                     (centres[into].y * sizes[into] + centre.y * size) / (sizes[into] + size)};
    sizes[into] += size;
    for (auto& cluster : of) {
      if (cluster == small)
        cluster = into;
      else if (cluster > small)
        --cluster;
    }
    ++grouping.joined;
  }
}

bool is_better(const Grouping& one, const Grouping& best) {
  const bool is_division = one.clusters.count() > 1;
  if (is_division != (best.clusters.count() > 1)) return is_division;
  return one.silhouette >= best.silhouette;
}

}  // namespace

std::size_t enough_votes(std::size_t statements) { return std::min(votes_for_the_map, statements); }

std::vector<PersonIndex> grouped_people(const Votes& votes) {
  const auto threshold = enough_votes(votes.statement_count());
  std::vector<PersonIndex> grouped;
  std::vector<PersonIndex> others;
  for (PersonIndex person = 0; person < votes.people_count(); ++person) {
    const auto count = votes.of(person).size();
    if (count == 0) continue;
    (count >= threshold ? grouped : others).push_back(person);
  }
  if (grouped.size() < enough_people) {
    std::ranges::stable_sort(others, std::ranges::greater(),
                             [&](PersonIndex person) { return votes.of(person).size(); });
    others.resize(std::min(others.size(), enough_people - grouped.size()));
    grouped.insert(grouped.end(), others.begin(), others.end());
    std::ranges::sort(grouped);
  }
  return grouped;
}

Clusters base_clusters(std::span<const Point> points) {
  return k_means(points, {}, first_distinct(points, most_base_clusters));
}

Grouping grouping_of(std::span<const Point> centres, std::span<const double> people, std::size_t k) {
  Grouping grouping;
  grouping.clusters = k_means(centres, people, first_distinct(centres, k));
  grouping.silhouette = silhouette(centres, grouping.clusters, people);
  return grouping;
}

std::optional<Grouping> best_grouping(std::span<const Point> centres, std::span<const double> people,
                                      std::size_t smallest) {
  const auto most = std::min(most_groups, 2 + centres.size() / clusters_per_group);
  std::optional<Grouping> best;
  for (std::size_t k = 2; k <= most; ++k) {
    auto grouping = grouping_of(centres, people, k);
    if (grouping.clusters.count() < 2) continue;
    join_small(people, smallest, grouping);
    if (grouping.joined > 0) grouping.silhouette = silhouette(centres, grouping.clusters, people);
    if (!best || is_better(grouping, *best)) best = std::move(grouping);
  }
  return best;
}

}  // namespace wijktafel::opinion
