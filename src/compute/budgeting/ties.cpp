#include "compute/budgeting/ties.hpp"

#include <algorithm>
#include <numeric>

#include "compute/lot/lot.hpp"

namespace wijktafel::budgeting {

TieOrder::TieOrder(const Election& election, const TieBreaking& how) : ranks_(election.projects.size()) {
  std::vector<ProjectIndex> order(election.projects.size());
  std::iota(order.begin(), order.end(), ProjectIndex{0});
  const auto& projects = election.projects;
  // The greatest value first; among equal ones the first by name.
  const auto put_in_order = [&](auto&& value) {
    std::ranges::sort(order, [&](ProjectIndex a, ProjectIndex b) {
      return value(a) != value(b) ? value(a) > value(b) : projects[a].id < projects[b].id;
    });
  };
  put_in_order([](ProjectIndex) { return 0; });
  switch (how.kind) {
    case TieBreaking::Kind::name: break;
    case TieBreaking::Kind::cheapest:
      put_in_order([&](ProjectIndex project) { return -projects[project].cost; });
      break;
    case TieBreaking::Kind::votes: {
      const auto votes = votes_of(election);
      put_in_order([&](ProjectIndex project) { return votes[project]; });
      break;
    }
    case TieBreaking::Kind::lot: lot::Lot("tie", how.seed).shuffle(order); break;
  }
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks_[order[rank]] = rank;
}

ProjectIndex TieOrder::first_of(std::span<const ProjectIndex> among) const {
  return *std::ranges::min_element(among, {}, [&](ProjectIndex project) { return ranks_[project]; });
}

TieOrder TieOrder::with_first(ProjectIndex project) const {
  TieOrder changed = *this;
  for (auto& rank : changed.ranks_)
    if (rank < ranks_[project]) ++rank;
  changed.ranks_[project] = 0;
  return changed;
}

}  // namespace wijktafel::budgeting
