#include "compute/budgeting/pabulib_promises.hpp"

#include <cmath>
#include <string>

#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/pabulib_votes.hpp"

namespace wijktafel::budgeting {
namespace {

std::optional<std::int64_t> whole(std::string_view text) {
  const auto number = decimal_of(text);
  if (!number || number->decimals > 0) return std::nullopt;
  return number->digits;
}

double rounded(Decimal number) { return static_cast<double>(number.digits) / std::pow(10, number.decimals); }

}  // namespace

void PabulibPromises::read_meta(const Election& election) {
  for (const auto& [key, value] : election.meta) {
    if (key == "min_length") least_plans_ = whole(value);
    if (key == "max_length") most_plans_ = whole(value);
    if (key == "min_sum_points") least_points_ = whole(value);
    if (key == "max_sum_points") most_points_ = whole(value);
    if (key != "max_sum_cost") continue;
    if (const auto most = decimal_of(value)) most_cost_ = rounded(*most);
  }
}

void PabulibPromises::check_ballot(const DelimitedReader& records, std::size_t vote_cell,
                                   std::span<const ProjectIndex> choices,
                                   std::span<const std::int64_t> points, std::int64_t points_scale,
                                   std::span<const Decimal> costs, PabulibFindings& findings) const {
  const auto note = [&](std::string_view reason, auto found, auto allowed) {
    findings.note(records.position(vote_cell), reason, {std::to_string(found), std::to_string(allowed)});
  };
  const auto named = static_cast<std::int64_t>(choices.size());
  if (most_plans_ && named > *most_plans_) note("vote_too_long", named, *most_plans_);
  if (least_plans_ && named < *least_plans_) note("vote_too_short", named, *least_plans_);
  std::int64_t given = 0;
  for (const auto number : points) given += number / points_scale;
  if (!points.empty() && most_points_ && given > *most_points_) note("too_many_points", given, *most_points_);
  if (!points.empty() && least_points_ && given < *least_points_)
    note("too_few_points", given, *least_points_);
  if (!most_cost_) return;
  double cost = 0;
  for (const auto project : choices) cost += rounded(costs[project]);
  if (cost > *most_cost_ + 0.001) note("vote_too_dear", std::llround(cost), std::llround(*most_cost_));
}

void PabulibPromises::project_row(const DelimitedReader& records, std::optional<std::size_t> votes,
                                  std::optional<std::size_t> score) {
  Said said;
  const auto read = [&](std::optional<std::size_t> cell, TextPosition& at) -> std::optional<std::int64_t> {
    if (!cell || *cell >= records.cells().size()) return std::nullopt;
    at = records.position(*cell);
    return whole(pabulib_value(records.cells()[*cell]));
  };
  said.votes = read(votes, said.votes_at);
  said.score = read(score, said.score_at);
  projects_.push_back(said);
}

void PabulibPromises::check_projects(const Election& election, PabulibFindings& findings) const {
  std::vector<std::uint64_t> votes(election.projects.size());
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
    for (const auto project : election.choices_of(ballot)) votes[project] += election.weights[ballot];
  const bool has_points = !election.points.empty();
  const auto points = has_points ? scores(election) : std::vector<std::uint64_t>();
  const auto scale = static_cast<std::uint64_t>(election.points_scale);
  for (ProjectIndex project = 0; project < projects_.size() && project < votes.size(); ++project) {
    const auto& said = projects_[project];
    if (said.votes && (*said.votes < 0 || static_cast<std::uint64_t>(*said.votes) != votes[project]))
      findings.note(said.votes_at, "other_number_of_votes",
                    {std::to_string(*said.votes), std::to_string(votes[project])});
    if (!has_points || !said.score) continue;
    if (*said.score < 0 || static_cast<std::uint64_t>(*said.score) != points[project] / scale)
      findings.note(said.score_at, "other_score",
                    {std::to_string(*said.score), std::to_string(points[project] / scale)});
  }
}

}  // namespace wijktafel::budgeting
