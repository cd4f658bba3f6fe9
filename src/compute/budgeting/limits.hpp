// What may be bought besides what the money allows: least support, and most money for a group of plans (a
// category, a neighbourhood). A filter that every rule asks in the same way, so that a city can combine any
// rule with its own limits.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

// The plans of a group cost at most `most` together. A plan in several groups counts in each for its whole
// cost.
struct Cap {
  std::vector<ProjectIndex> projects;  // ascending
  Money most = 0;
};

struct Limits {
  std::vector<char> is_out;  // per project, or empty: 1 may not be bought (too little support)
  std::vector<Cap> caps;
};

// A threshold: plans with fewer than `least` are out. Of voters, or of points where ballots have points.
void require_support(Limits& limits, const Election& election, std::uint64_t least);
// What voters gave each plan: their number, their points (in whole points and 1/points_scale), or with ranked
// ballots `most_places` for a first place, one less for a second, and so on.
std::vector<std::uint64_t> scores(const Election& election, std::uint64_t most_places = 0);

// "The plans in category Groen cost at most so much together." False: no plan is in such a group.
bool cap_category(Limits& limits, const Election& election, std::string_view category, Money most);
bool cap_neighbourhood(Limits& limits, const Election& election, std::string_view neighbourhood, Money most);

// The money that is left while a rule buys. Cheap to copy when there are no caps.
class Room {
 public:
  // What is already in `start` is paid from the budget and from the caps; `limits` and `election` must
  // outlive the room.
  Room(const Election& election, const Limits& limits, const Outcome& start = {});

  bool is_allowed(ProjectIndex project) const { return limits_->is_out.empty() || !limits_->is_out[project]; }
  // Whether it is allowed and there is money for it, in the budget and in each of its groups.
  bool fits(ProjectIndex project) const;
  // `project` fits.
  void buy(ProjectIndex project);
  Money left() const { return left_; }

 private:
  const Election* election_;
  const Limits* limits_;
  Money left_;
  std::vector<Money> left_in_cap_;
  std::vector<std::vector<std::uint32_t>> caps_of_;  // per project; empty without caps
};

}  // namespace wijktafel::budgeting
