#include <utility>

#include "compute/budgeting/election.hpp"

namespace wijktafel::budgeting {

std::vector<std::uint64_t> votes_of(const Election& election) {
  std::vector<std::uint64_t> votes(election.projects.size());
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
    for (const auto project : election.choices_of(ballot)) votes[project] += election.weights[ballot];
  return votes;
}
namespace {

// Borda as pabutools counts it: the number of plans that this ballot puts below, so 0 for its last.
std::int64_t utility_of(const Election& election, Utility utility, BallotIndex ballot, std::size_t place) {
  const auto choices = election.choices_of(ballot);
  switch (utility) {
    case Utility::cardinality: return 1;
    case Utility::cost: return election.projects[choices[place]].cost;
    case Utility::points: {
      const auto points = election.points_of(ballot);
      return points.empty() ? election.points_scale : points[place];
    }
    case Utility::borda: return static_cast<std::int64_t>(choices.size() - place - 1);
  }
  std::unreachable();
}

}  // namespace

Support::Support(const Election& election, Utility utility)
    : firsts_(election.projects.size() + 1), voters_(election.projects.size()) {
  const auto ballots = static_cast<BallotIndex>(election.ballots());
  const auto each = [&](auto&& act) {
    for (BallotIndex ballot = 0; ballot < ballots; ++ballot) {
      const auto choices = election.choices_of(ballot);
      for (std::size_t place = 0; place < choices.size(); ++place)
        if (const auto worth = utility_of(election, utility, ballot, place); worth > 0)
          act(choices[place], ballot, worth);
    }
  };
  each([&](ProjectIndex project, BallotIndex ballot, std::int64_t) {
    ++firsts_[project + 1];
    voters_[project] += election.weights[ballot];
  });
  for (std::size_t project = 0; project < election.projects.size(); ++project)
    firsts_[project + 1] += firsts_[project];
  supporters_.resize(firsts_.back());
  auto next = firsts_;
  each([&](ProjectIndex project, BallotIndex ballot, std::int64_t worth) {
    supporters_[next[project]++] = {ballot, worth};
  });
}

}  // namespace wijktafel::budgeting
