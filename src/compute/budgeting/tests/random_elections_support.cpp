#include "compute/budgeting/tests/random_elections_support.hpp"

#include <algorithm>

#include "compute/budgeting/ballot_merging.hpp"
#include "compute/lot/lot.hpp"

namespace wijktafel::budgeting {
namespace {

void add_ballot(Election& election, BallotMerger& merger, lot::Lot& lot) {
  std::vector<ProjectIndex> choices;
  for (ProjectIndex project = 0; project < election.projects.size(); ++project)
    if (lot.below(5) < 2) choices.push_back(project);
  if (election.type == BallotType::choose_one && choices.size() > 1) choices.resize(1);
  if (election.type == BallotType::ordinal) lot.shuffle(choices);
  std::vector<std::int64_t> points;
  if (election.type == BallotType::cumulative || election.type == BallotType::scoring)
    for (std::size_t i = 0; i < choices.size(); ++i)
      points.push_back(static_cast<std::int64_t>(lot.below(5)));
  merger.add(choices, points, static_cast<std::uint32_t>(1 + lot.below(3)));
}

}  // namespace

Election random_election(std::uint64_t seed) {
  lot::Lot lot("test elections", std::to_string(seed));
  Election election;
  constexpr BallotType types[] = {BallotType::approval,   BallotType::approval, BallotType::choose_one,
                                  BallotType::cumulative, BallotType::scoring,  BallotType::ordinal};
  election.type = types[lot.below(std::size(types))];
  const auto plans = 1 + lot.below(8);
  const Money dearest = lot.below(2) == 0 ? 5 : 40;
  for (std::uint64_t i = 0; i < plans; ++i) {
    Project project;
    project.id = std::to_string(lot.below(1000)) + '-' + std::to_string(i);
    project.cost = static_cast<Money>(lot.below(static_cast<std::uint64_t>(dearest)));
    if (project.cost == 0 && lot.below(3) != 0) project.cost = 1;
    election.projects.push_back(std::move(project));
  }
  election.budget = static_cast<Money>(lot.below(static_cast<std::uint64_t>(dearest) * 4));
  BallotMerger merger(election);
  for (auto ballots = lot.below(13); ballots > 0; --ballots) add_ballot(election, merger, lot);
  return election;
}

std::vector<std::string> names_of(const Election& election, const Outcome& outcome) {
  std::vector<std::string> names;
  for (const auto project : outcome.selected) names.push_back(election.projects[project].id);
  return names;
}

}  // namespace wijktafel::budgeting
