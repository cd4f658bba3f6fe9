// A whole conversation at once: from votes to groups, what they think, and whether they are worth a name. The
// same votes always give the same answer: there is no chance but the seed of the resamples, and no history.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "compute/opinion/components.hpp"
#include "compute/opinion/groups.hpp"
#include "compute/opinion/stability.hpp"
#include "compute/opinion/statistics.hpp"
#include "compute/opinion/votes.hpp"

namespace wijktafel::opinion {

struct AnalysisOptions {
  // A group of fewer people is joined to the group nearest to it before anything is counted, so that nothing
  // that is given out shows it apart, also not by subtraction. At least 1.
  std::size_t smallest_group = 5;
  std::size_t resamples = 20;  // for the stability; 0: none, and then it does not count in the verdict
  std::string seed = "wijktafel";
  double least_silhouette = 0.25;  // below it there is no structure to speak of (Kaufman & Rousseeuw 1990)
  double least_stability = 0.5;    // adjusted Rand; see docs/methods/opinion-groups.md for what chance gives
};

enum class Verdict {
  groups,        // worth naming
  too_few,       // not two people who can be told apart, or fewer than twice the smallest group
  one_group,     // all but a few stand together: nothing was left after joining small groups
  not_separate,  // silhouette under the threshold
  not_stable,    // another half of the statements would have given other groups
};

struct OpinionGroup {
  std::vector<PersonIndex> people;  // ascending
  Point centre;                     // mean place of its people
  Tallies tallies;
  std::vector<Telling> representative;
  double stability = 0;  // of pairs in it: the part that stays together
};

struct Analysis {
  Components components;
  std::vector<PersonIndex> people;  // those with enough votes to be on the map, ascending
  std::vector<Point> points;        // one each
  Verdict verdict = Verdict::too_few;
  std::vector<OpinionGroup> groups;     // largest first; empty unless verdict is `groups`
  std::vector<std::uint32_t> group_of;  // one for each of `people`; empty when there are no groups
  // How the groups came about, also when they are not worth naming.
  std::size_t clusters_found = 0;  // before small ones were joined
  std::size_t joined = 0;          // so many were
  double silhouette = 0;           // of what is left after joining
  Stability stability;             // of what is left after joining
  // About everybody who voted (about those in groups, when so few are not that subtraction would show them).
  Tallies everybody;
  Majorities majorities;
  std::vector<Uniting> uniting;
  std::vector<double> consensus;  // group-aware, one per statement; all 1 without groups
  std::vector<double> extremity;
  std::vector<double> priority;
};

// `moderation`: one per statement, or empty.
//   auto analysis = analyse(votes, {}, {});
//   for (const auto& group : analysis.groups) ...
Analysis analyse(const Votes& votes, std::span<const Moderation> moderation, const AnalysisOptions& options);

}  // namespace wijktafel::opinion
