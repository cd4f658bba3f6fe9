// A budget vote as the rules see it: plans with a cost, a budget, and what voters wrote. Everything is a
// whole number, so that no rule ever compares rounded ones. Immutable once it is made; safe to read from
// several threads. docs/methods/budgeting.md gives the words; the reader is pabulib.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wijktafel::budgeting {

using ProjectIndex = std::uint32_t;  // place in Election::projects
using BallotIndex = std::uint32_t;   // place in Election::weights
using Money = std::int64_t;          // in 1/Election::money_scale of the currency

enum class BallotType { approval, choose_one, cumulative, scoring, ordinal };

struct Project {
  std::string id;                       // as in the file; order of names is order of these strings
  std::string name;                     // empty when the file has none
  Money cost = 0;                       // 0 or more
  std::vector<std::string> categories;  // lists of the file's columns category and target or neighborhood
  std::vector<std::string> neighbourhoods;

  bool operator==(const Project&) const = default;
};

// What the file says of voters besides their vote: sex, age, neighbourhood, channel. `codes[voter]` is a
// place in `values`.
struct VoterColumn {
  std::string name;
  std::vector<std::string> values;
  std::vector<std::uint16_t> codes;

  bool operator==(const VoterColumn&) const = default;
};

struct Election {
  BallotType type = BallotType::approval;
  Money budget = 0;
  std::int64_t money_scale = 1;  // 1, 10, 100, ...: the most decimals that occur in a cost or the budget
  std::vector<Project> projects;

  // Ballots, equal ones once: ballot b was cast by weights[b] voters and names choices[firsts[b] ..
  // firsts[b+1]), best first when ordinal, otherwise by project. Every project at most once. An empty ballot
  // has no choices and counts.
  std::vector<std::uint32_t> weights;
  std::vector<std::uint32_t> firsts;  // ballots + 1
  std::vector<ProjectIndex> choices;
  std::vector<std::int64_t> points;  // beside choices for cumulative and scoring ballots; empty otherwise
  std::int64_t points_scale = 1;     // points are in 1/points_scale
  std::uint64_t voters = 0;          // the sum of weights

  std::vector<BallotIndex>
      ballot_of_voter;  // in the order of the file; empty when there are no voter_columns
  std::vector<VoterColumn> voter_columns;
  std::vector<std::pair<std::string, std::string>> meta;  // the section META as written

  bool operator==(const Election&) const = default;

  std::size_t ballots() const { return weights.size(); }
  std::span<const ProjectIndex> choices_of(BallotIndex ballot) const {
    return std::span(choices).subspan(firsts[ballot], firsts[ballot + 1] - firsts[ballot]);
  }
  std::span<const std::int64_t> points_of(BallotIndex ballot) const {
    return points.empty() ? std::span<const std::int64_t>()
                          : std::span(points).subspan(firsts[ballot], firsts[ballot + 1] - firsts[ballot]);
  }
};

// How many voters name each project on their ballot.
std::vector<std::uint64_t> votes_of(const Election& election);

// How much a voter is served by a project on their ballot: the same for each project (cardinality), its cost,
// the points given, or by rank (Borda: as many as stand below it, algorithms as in pabutools'
// Additive_Borda_Sat).
enum class Utility { cardinality, cost, points, borda };

// Who supports a project, and with how much: ballots in ascending order. Utilities are whole: points in
// 1/points_scale, cost in Money. Ballots with utility 0 or less are left out.
struct Supporter {
  BallotIndex ballot;
  std::int64_t utility;
};
class Support {
 public:
  Support(const Election& election, Utility utility);

  std::span<const Supporter> of(ProjectIndex project) const {
    return std::span(supporters_).subspan(firsts_[project], firsts_[project + 1] - firsts_[project]);
  }
  std::uint64_t voters_of(ProjectIndex project) const { return voters_[project]; }  // by weight

 private:
  std::vector<std::size_t> firsts_;
  std::vector<Supporter> supporters_;
  std::vector<std::uint64_t> voters_;
};

}  // namespace wijktafel::budgeting
