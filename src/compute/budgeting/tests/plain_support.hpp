// Equal Shares as slowly and plainly as it can be written: every voter a fraction, every step of add1
// counted. Written from the definition alone; shares no code with the rule.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

// A small random election; the same number gives the same one. Few different costs and points, so that ties,
// free plans and voters who pay exactly all they have are common.
struct RandomElection {
  std::vector<Money> costs;
  Money budget = 0;
  std::int64_t money_scale = 1;
  BallotType type = BallotType::approval;
  std::vector<std::vector<ProjectIndex>> ballots;  // best first when ordinal
  std::vector<std::vector<std::int64_t>> points;   // beside ballots
  std::vector<std::uint32_t> weights;

  Election election() const;
};
RandomElection random_election(std::uint64_t number, Utility utility);

// `goes_first`: plans in the order of ties. Plans in the order bought.
struct PlainOutcome {
  std::vector<ProjectIndex> selected;
  std::vector<std::vector<ProjectIndex>> ties;  // ascending
};
PlainOutcome plain_equal_shares(const Election& election, Utility utility,
                                const std::vector<Completion>& completions,
                                const std::vector<ProjectIndex>& goes_first);

}  // namespace wijktafel::budgeting
