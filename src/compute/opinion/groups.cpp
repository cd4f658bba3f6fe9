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
  grouping.silhouette = silhouette(centres, grouping.clusters);
  return grouping;
}

std::optional<Grouping> best_grouping(std::span<const Point> centres, std::span<const double> people) {
  const auto most = std::min(most_groups, 2 + centres.size() / clusters_per_group);
  std::optional<Grouping> best;
  for (std::size_t k = 2; k <= most; ++k) {
    auto grouping = grouping_of(centres, people, k);
    if (grouping.clusters.count() < 2) continue;
    if (!best || grouping.silhouette >= best->silhouette) best = std::move(grouping);
  }
  return best;
}

}  // namespace wijktafel::opinion
