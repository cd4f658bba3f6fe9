// What an outcome gives to voters: how many got something they voted for, how evenly, and which groups. For
// reading, not for deciding: shares and Gini are rounded numbers, counts are exact.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "compute/budgeting/election.hpp"

namespace wijktafel::budgeting {

// Of a number of voters. Utilities are those of `Utility` (Money for cost, 1/points_scale for points).
struct Satisfaction {
  std::uint64_t voters = 0;
  std::uint64_t with_something = 0;  // at least one plan of their ballot was bought
  double mean = 0;
  // The utility of the voter at 10, 25, 50, 75 and 90 % of the row from least to most served; 0 without
  // voters.
  std::array<std::int64_t, 5> quantiles{};
  // 0: all the same; towards 1: everything for a few (C. Gini, "Variabilità e mutabilità", 1912). 0 when
  // nobody got anything.
  double gini = 0;
};

struct VoterGroup {
  std::string value;  // as in the file; ages in classes "18-29"; empty when the file says nothing
  Satisfaction satisfaction;
};
struct VoterGroups {
  std::string column;  // "sex", "age", ...
  std::vector<VoterGroup> groups;
};
struct VoterReport {
  Satisfaction all;
  std::vector<VoterGroups> columns;
};

// How much each ballot (one voter of it) is served by the plans of `selected`. O(choices).
//   satisfaction_of(election, Utility::cardinality, outcome.selected)[ballot] == plans bought on that ballot
std::vector<std::int64_t> satisfaction_of(const Election& election, Utility utility,
                                          const std::vector<ProjectIndex>& selected);

VoterReport voter_report(const Election& election, Utility utility,
                         const std::vector<ProjectIndex>& selected);

// A column with ages has a group for each class (0-17, 18-29, 30-44, 45-59, 60-74, 75+); another column one
// for each value, in the order of the values as strings.
struct GroupOfVoters {
  std::vector<std::string> values;
  std::vector<std::uint16_t> codes;  // per voter, a place in `values`
};
GroupOfVoters groups_of(const VoterColumn& column);

// How many voters are served better, worse and the same by `to` than by `from`.
struct VoterDifference {
  std::uint64_t better = 0;
  std::uint64_t worse = 0;
  std::uint64_t same = 0;

  bool operator==(const VoterDifference&) const = default;
};
struct GroupDifference {
  std::string column;
  std::string value;
  VoterDifference difference;
};
struct OutcomeDifference {
  VoterDifference all;
  std::vector<GroupDifference> groups;
};
OutcomeDifference difference_for_voters(const Election& election, Utility utility,
                                        const std::vector<ProjectIndex>& from,
                                        const std::vector<ProjectIndex>& to);

}  // namespace wijktafel::budgeting
