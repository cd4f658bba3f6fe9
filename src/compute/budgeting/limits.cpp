#include "compute/budgeting/limits.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace wijktafel::budgeting {

namespace {

bool cap(Limits& limits, const Election& election, std::vector<std::string> Project::* groups,
         std::string_view group, Money most) {
  Cap made{{}, most};
  for (ProjectIndex project = 0; project < election.projects.size(); ++project)
    if (std::ranges::find(election.projects[project].*groups, group) !=
        (election.projects[project].*groups).end())
      made.projects.push_back(project);
  if (made.projects.empty()) return false;
  limits.caps.push_back(std::move(made));
  return true;
}

}  // namespace

std::vector<std::uint64_t> scores(const Election& election, std::uint64_t most_places) {
  std::vector<std::uint64_t> made(election.projects.size());
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot) {
    const auto choices = election.choices_of(ballot);
    const auto points = election.points_of(ballot);
    for (std::size_t place = 0; place < choices.size(); ++place) {
      std::uint64_t worth = points.empty() ? 1 : static_cast<std::uint64_t>(points[place]);
      if (election.type == BallotType::ordinal && most_places > 0)
        worth = most_places > place ? most_places - place : 0;
      made[choices[place]] += worth * election.weights[ballot];
    }
  }
  return made;
}

void require_support(Limits& limits, const Election& election, std::uint64_t least) {
  const auto given = scores(election);
  limits.is_out.resize(election.projects.size());
  const auto scale = static_cast<std::uint64_t>(election.points_scale);
  for (ProjectIndex project = 0; project < given.size(); ++project)
    // In whole points: a threshold of 50 points is not met by 49.9.
    if (given[project] / scale < least) limits.is_out[project] = 1;
}

bool cap_category(Limits& limits, const Election& election, std::string_view category, Money most) {
  return cap(limits, election, &Project::categories, category, most);
}

bool cap_neighbourhood(Limits& limits, const Election& election, std::string_view neighbourhood, Money most) {
  return cap(limits, election, &Project::neighbourhoods, neighbourhood, most);
}

Room::Room(const Election& election, const Limits& limits, const Outcome& start)
    : election_(&election), limits_(&limits), left_(election.budget) {
  for (std::uint32_t cap = 0; cap < limits.caps.size(); ++cap) {
    caps_of_.resize(election.projects.size());
    left_in_cap_.push_back(limits.caps[cap].most);
    for (const auto project : limits.caps[cap].projects) caps_of_[project].push_back(cap);
  }
  for (const auto project : start.selected) buy(project);
}

bool Room::fits(ProjectIndex project) const {
  const auto cost = election_->projects[project].cost;
  if (!is_allowed(project) || cost > left_) return false;
  return caps_of_.empty() ||
         std::ranges::all_of(caps_of_[project], [&](std::uint32_t cap) { return cost <= left_in_cap_[cap]; });
}

void Room::buy(ProjectIndex project) {
  const auto cost = election_->projects[project].cost;
  left_ -= cost;
  if (!caps_of_.empty())
    for (const auto cap : caps_of_[project]) left_in_cap_[cap] -= cost;
}

}  // namespace wijktafel::budgeting
