#include "compute/budgeting/equal_shares_index.hpp"

#include <algorithm>

namespace wijktafel::budgeting {
namespace {

void lay_out_plans(const Support& support, ShareIndex& index) {
  index.firsts.push_back(0);
  for (ProjectIndex project = 0; project < index.projects(); ++project) {
    for (const auto& supporter : support.of(project)) {
      index.ballots.push_back(supporter.ballot);
      if (!index.is_uniform) index.shares.push_back(supporter.utility);
    }
    index.firsts.push_back(static_cast<std::uint32_t>(index.ballots.size()));
  }
  for (const auto share : index.shares) index.rounded_shares.push_back(static_cast<double>(share));
}

void lay_out_ballots(std::size_t ballots, ShareIndex& index) {
  index.ballot_firsts.assign(ballots + 1, 0);
  for (const auto ballot : index.ballots) ++index.ballot_firsts[ballot + 1];
  for (std::size_t ballot = 1; ballot < index.ballot_firsts.size(); ++ballot)
    index.ballot_firsts[ballot] += index.ballot_firsts[ballot - 1];
  index.held.resize(index.ballot_firsts.back());
  if (!index.is_uniform) index.held_shares.resize(index.held.size());
  auto next = index.ballot_firsts;
  for (ProjectIndex project = 0; project < index.projects(); ++project)
    for (auto place = index.firsts[project]; place < index.firsts[project + 1]; ++place) {
      const auto slot = next[index.ballots[place]]++;
      index.held[slot] = project;
      if (!index.is_uniform) index.held_shares[slot] = index.shares[place];
    }
}

}  // namespace

ShareIndex::ShareIndex(const Election& election, Utility utility)
    : is_uniform(utility == Utility::cost || utility == Utility::cardinality),
      is_free(election.projects.size()) {
  // The cost of a free plan is no utility, but who names it does want it.
  const Support support(election, utility == Utility::cost ? Utility::cardinality : utility);
  for (ProjectIndex project = 0; project < is_free.size(); ++project)
    is_free[project] = election.projects[project].cost == 0 && support.voters_of(project) > 0;
  lay_out_plans(support, *this);
  lay_out_ballots(election.ballots(), *this);
}

}  // namespace wijktafel::budgeting
