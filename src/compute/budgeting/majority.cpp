#include "compute/budgeting/majority.hpp"

#include <algorithm>
#include <vector>

#include "compute/budgeting/greedy.hpp"

namespace wijktafel::budgeting {
namespace {

std::vector<char> is_bought(const Election& election, const Outcome& outcome) {
  std::vector<char> made(election.projects.size());
  for (const auto project : outcome.selected) made[project] = 1;
  return made;
}

}  // namespace

Majority compare(const Election& election, const Outcome& shares, const Outcome& greedy) {
  const auto by_shares = is_bought(election, shares);
  const auto by_greedy = is_bought(election, greedy);
  Majority made;
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot) {
    const auto choices = election.choices_of(ballot);
    const auto wins = [&](const std::vector<char>& bought) {
      return std::ranges::count_if(choices, [&](ProjectIndex project) { return bought[project] != 0; });
    };
    const auto more = wins(by_shares) - wins(by_greedy);
    auto& voters = more > 0 ? made.prefer_shares : more < 0 ? made.prefer_greedy : made.indifferent;
    voters += election.weights[ballot];
  }
  return made;
}

Outcome ask_majority(const Election& election, Outcome shares, const TieOrder& ties, const Limits& limits) {
  auto most_votes = greedy(election, Support(election, Utility::cost), ties, limits);
  const auto majority = compare(election, shares, most_votes);
  auto& kept = majority.is_greedy_bought() ? most_votes : shares;
  kept.majority = majority;
  return std::move(kept);
}

}  // namespace wijktafel::budgeting
