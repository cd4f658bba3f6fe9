// What a Pabulib file says of itself besides the vote: what META allows on one ballot, and how many votes and
// points PROJECTS counts for each plan. No rule reads it, so what does not match is a note and no fault.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/delimited.hpp"
#include "compute/budgeting/decimal.hpp"
#include "compute/budgeting/election.hpp"
#include "compute/budgeting/pabulib_findings.hpp"

namespace wijktafel::budgeting {

class PabulibPromises {
 public:
  // min_length, max_length, min_sum_points, max_sum_points, max_sum_cost of META.
  void read_meta(const Election& election);
  // `cost` of each plan as it was read: the election's own are not yet of one scale.
  void check_ballot(const DelimitedReader& records, std::size_t vote_cell,
                    std::span<const ProjectIndex> choices, std::span<const std::int64_t> points,
                    std::int64_t points_scale, std::span<const Decimal> costs,
                    PabulibFindings& findings) const;

  void project_row(const DelimitedReader& records, std::optional<std::size_t> votes,
                   std::optional<std::size_t> score);
  void check_projects(const Election& election, PabulibFindings& findings) const;

 private:
  struct Said {
    TextPosition votes_at, score_at;
    std::optional<std::int64_t> votes, score;
  };

  std::optional<std::int64_t> least_plans_, most_plans_, least_points_, most_points_;
  std::optional<double> most_cost_;  // only for a note
  std::vector<Said> projects_;
};

}  // namespace wijktafel::budgeting
