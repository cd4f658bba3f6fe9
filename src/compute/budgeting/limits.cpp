#include "compute/budgeting/limits.hpp"

#include <algorithm>

namespace wijktafel::budgeting {

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
