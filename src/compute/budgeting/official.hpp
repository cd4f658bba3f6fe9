// How the city that held a vote says that it counts: the entries of META that name its rule and its limits.
// The `selected` column of a file is the outcome of that, so this reproduces what was announced. All these
// rules buy in order of score, whatever plans cost. docs/methods/official.md says what was found in files.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "compute/budgeting/election.hpp"
#include "compute/budgeting/greedy.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/outcome.hpp"
#include "compute/budgeting/ties.hpp"

namespace wijktafel::budgeting {

struct OfficialRule {
  Misfit misfit = Misfit::skip;   // rule: greedy and greedy-threshold skip; greedy-no-skip and -custom stop
  std::uint64_t most_places = 0;  // max_length: what a first place is worth on ranked ballots
  Limits limits;                  // min_project_score_threshold, budget_per_category, ..._per_neighborhood
  // leftover_budget "Fund additional projects that fit ...": once more, without the limits of groups.
  bool fills_leftover = false;
  // leftover_budget "Partially fund one additional project ...": said, not bought.
  bool pays_part_of_next = false;
};

struct OfficialOutcome {
  Outcome outcome;
  std::optional<ProjectIndex> partly;  // gets what is left, less than it costs
};

// Why there is none: the text of META that says another thing, "rule;unknown" or a list that does not match.
Result<OfficialRule, std::string> official_rule(const Election& election);

OfficialOutcome count_officially(const Election& election, const OfficialRule& rule, const TieOrder& ties);

}  // namespace wijktafel::budgeting
