#include "compute/opinion/analysis.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

namespace wijktafel::opinion {
namespace {

struct Parts {
  std::vector<std::uint32_t> of;  // one per point
  std::size_t count = 0;

  std::vector<std::size_t> sizes() const {
    std::vector<std::size_t> sizes(count, 0);
    for (const auto part : of) ++sizes[part];
    return sizes;
  }
};

std::vector<Point> centres_of(std::span<const Point> points, const Parts& parts) {
  std::vector<Point> centres(parts.count);
  const auto sizes = parts.sizes();
  for (std::size_t i = 0; i < points.size(); ++i) {
    centres[parts.of[i]].x += points[i].x;
    centres[parts.of[i]].y += points[i].y;
  }
  for (std::size_t part = 0; part < parts.count; ++part) {
    const auto size = static_cast<double>(std::max<std::size_t>(1, sizes[part]));
    centres[part] = {centres[part].x / size, centres[part].y / size};
  }
  return centres;
}

// Largest first; at a tie the one with the earliest person.
void order_by_size(Parts& parts) {
  const auto sizes = parts.sizes();
  std::vector<std::size_t> earliest(parts.count, parts.of.size());
  for (std::size_t i = parts.of.size(); i-- > 0;) earliest[parts.of[i]] = i;
  std::vector<std::uint32_t> order(parts.count);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t one, std::uint32_t other) {
    return sizes[one] != sizes[other] ? sizes[one] > sizes[other] : earliest[one] < earliest[other];
  });
  std::vector<std::uint32_t> place(parts.count);
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (auto& part : parts.of) part = place[part];
}

// Base clusters, groups of those, small groups joined: the group of every point.
std::optional<Parts> parts_of(std::span<const Point> points, const AnalysisOptions& options,
                              Analysis& analysis) {
  const auto base = base_clusters(points);
  std::vector<double> people(base.count(), 0.0);
  for (const auto cluster : base.of) people[cluster] += 1;
  const auto grouping = best_grouping(base.centres, people, options.smallest_group);
  if (!grouping) return std::nullopt;
  analysis.clusters_found = grouping->clusters.count() + grouping->joined;
  analysis.joined = grouping->joined;
  analysis.silhouette = grouping->silhouette;
  Parts parts;
  parts.count = grouping->clusters.count();
  for (const auto cluster : base.of) parts.of.push_back(grouping->clusters.of[cluster]);
  order_by_size(parts);
  return parts;
}

Verdict verdict_of(const Votes& votes, const Parts& parts, const AnalysisOptions& options,
                   Analysis& analysis) {
  if (parts.count < 2) return Verdict::one_group;
  analysis.stability = stability(votes, analysis.components, analysis.people, parts.of, parts.count,
                                 options.resamples, options.seed);
  if (analysis.silhouette < options.least_silhouette) return Verdict::not_separate;
  if (analysis.stability.resamples > 0 && analysis.stability.adjusted_rand < options.least_stability)
    return Verdict::not_stable;
  return Verdict::groups;
}

void fill_groups(const Votes& votes, std::span<const Moderation> moderation, const Parts& parts,
                 Analysis& analysis) {
  analysis.groups.resize(parts.count);
  for (std::size_t i = 0; i < parts.of.size(); ++i)
    analysis.groups[parts.of[i]].people.push_back(analysis.people[i]);
  const auto centres = centres_of(analysis.points, parts);
  std::vector<Tallies> tallies;
  for (std::size_t g = 0; g < parts.count; ++g) {
    auto& group = analysis.groups[g];
    group.centre = centres[g];
    group.tallies = tally(votes, group.people);
    group.stability = g < analysis.stability.of_group.size() ? analysis.stability.of_group[g] : 0;
    tallies.push_back(group.tallies);
  }
  auto representative = representative_statements(tallies, moderation);
  for (std::size_t g = 0; g < parts.count; ++g)
    analysis.groups[g].representative = std::move(representative[g]);
  analysis.uniting = uniting_statements(tallies, moderation);
  analysis.consensus = group_consensus(tallies, votes.statement_count());
  analysis.group_of = parts.of;
}

// Everybody's counts, unless the difference with those in groups would be the votes of a few.
Tallies counted(const Votes& votes, const Analysis& analysis, std::size_t smallest) {
  std::size_t outside = 0;
  std::size_t next = 0;
  for (PersonIndex person = 0; person < votes.people_count(); ++person) {
    if (next < analysis.people.size() && analysis.people[next] == person)
      ++next;
    else if (!votes.of(person).empty())
      ++outside;
  }
  return outside > 0 && outside < smallest ? tally(votes, analysis.people) : tally_all(votes);
}

}  // namespace

Analysis analyse(const Votes& votes, std::span<const Moderation> moderation, const AnalysisOptions& options) {
  Analysis analysis;
  analysis.components = principal_components(votes, moderation);
  analysis.people = grouped_people(votes);
  for (const auto person : analysis.people)
    analysis.points.push_back(project(analysis.components, votes.of(person)));
  analysis.consensus.assign(votes.statement_count(), 1.0);
  if (analysis.people.size() >= 2 * options.smallest_group) {
    if (const auto parts = parts_of(analysis.points, options, analysis)) {
      analysis.verdict = verdict_of(votes, *parts, options, analysis);
      if (analysis.verdict == Verdict::groups) fill_groups(votes, moderation, *parts, analysis);
    }
  }
  analysis.everybody = counted(votes, analysis, options.smallest_group);
  analysis.majorities = majorities(analysis.everybody, moderation);
  analysis.extremity = extremities(analysis.components);
  const auto in_groups = tally(votes, analysis.people);
  analysis.priority = priorities(in_groups, analysis.extremity, moderation);
  return analysis;
}

}  // namespace wijktafel::opinion
