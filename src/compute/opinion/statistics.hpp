// What represents each group, what everybody agrees on, what unites all groups, and which statement to show
// next. Counts and formulas of Small et al. (2021); docs/methods/opinion-groups.md writes them out. Shares
// are counted with one vote more for and one against ((for + 1) / (seen + 2)), so that few votes say little.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

struct Tally {
  std::int64_t agree = 0;
  std::int64_t disagree = 0;
  std::int64_t seen = 0;  // with those who passed
  bool operator==(const Tally&) const = default;

  void count(Vote vote, int times = 1);  // times -1 takes a vote away
};
using Tallies = std::vector<Tally>;  // one per statement

Tallies tally(const Votes& votes, std::span<const PersonIndex> people);
Tallies tally_all(const Votes& votes);
// Sum over groups.
Tallies sum_of(std::span<const Tallies> groups, std::size_t statements);

// A statement that sets a group apart, or that a majority of all agrees on.
struct Telling {
  StatementIndex statement = 0;
  bool agree = true;               // its members agree, or disagree
  std::int64_t votes = 0;          // so many of them do
  std::int64_t seen = 0;           // of so many who saw it
  double share = 0;                // (votes + 1) / (seen + 2)
  double share_test = 0;           // z: is that more than half
  double against_others = 0;       // share, divided by the share outside the group; 0 for majorities
  double against_others_test = 0;  // z: is that more than outside the group; 0 for majorities
  bool most_agreed = false;        // kept as what the group agrees on most, whatever else it has
};

// Per group at most five statements: those where both tests say more than chance (90 %, one-sided), by the
// product of both shares and both tests; what the group agrees on most comes first and stays whatever the
// tests say; agreement before disagreement. Without any, the one that comes nearest. Moderated statements are
// skipped.
std::vector<std::vector<Telling>> representative_statements(std::span<const Tallies> groups,
                                                            std::span<const Moderation> moderation);

// What more than half of everybody agrees (disagrees) with, beyond chance (90 %): at most five each, by share
// times test.
struct Majorities {
  std::vector<Telling> agree;
  std::vector<Telling> disagree;
};
Majorities majorities(const Tallies& everybody, std::span<const Moderation> moderation);

// Group-aware consensus: the product over groups of the share that agrees; one per statement. Large only when
// every group agrees, also the small ones. 1 without groups.
std::vector<double> group_consensus(std::span<const Tallies> groups, std::size_t statements);

// What unites all groups: at most five statements that more than half of every group agrees with (by share),
// or disagrees with; by the product of the shares.
struct Uniting {
  StatementIndex statement = 0;
  bool agree = true;
  double consensus = 0;
};
std::vector<Uniting> uniting_statements(std::span<const Tallies> groups,
                                        std::span<const Moderation> moderation, std::size_t most = 5);

// How much is learned from showing a statement: more for few votes, for agreement, for few passes and for
// statements that pull people apart (extremity). 49 for meta statements. One per statement.
std::vector<double> priorities(const Tallies& everybody, std::span<const double> extremity,
                               std::span<const Moderation> moderation);

// Statements that this person has not seen, in the order to show them: by priority, first the first one at a
// tie; none that was moderated out. At most `most`.
std::vector<StatementIndex> next_statements(std::span<const Cell> seen, std::span<const double> priority,
                                            std::span<const Moderation> moderation, std::size_t most);

}  // namespace wijktafel::opinion
