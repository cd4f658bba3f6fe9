// What a rule is asked and what it answers. Every rule fills the same Outcome, so that tables, comparisons
// and explanations know no rule.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compute/budgeting/election.hpp"

namespace wijktafel::budgeting {

enum class RuleName { greedy, equal_shares, phragmen, phragmen_skip, optimum };

// What fills the money that Equal Shares leaves, in this order ("add1+greedy:cardinality").
struct Completion {
  enum class Kind { add_one, increase, greedy };
  Kind kind = Kind::greedy;
  Utility utility = Utility::cardinality;  // greedy
  std::int64_t increase_permyriad = 100;   // increase: hundredths of a percent of the budget
};

// Who wins when the rule finds two equally good: the first by name (string order of the id), the cheapest,
// the one with most voters, or a published lot; what is still equal goes by name.
struct TieBreaking {
  enum class Kind { name, cheapest, votes, lot };
  Kind kind = Kind::name;
  std::string seed;  // lot
};

struct Rule {
  RuleName name = RuleName::equal_shares;
  Utility utility = Utility::cost;
  std::vector<Completion> completions;
  TieBreaking ties;
  // Equal Shares: when more voters are better off with the plans that have most votes, those are bought
  // instead (majority.hpp).
  bool asks_majority = false;
};

// Equally good at the moment of choosing; `chosen` is one of `among`.
struct Tie {
  std::vector<ProjectIndex> among;
  ProjectIndex chosen = 0;
  // Whether another choice gives another set of winners; unknown until somebody asks (it takes recounts).
  std::optional<bool> changes_outcome;
};

// How many voters get more plans of their ballot from the one than from the other.
struct Majority {
  std::uint64_t prefer_shares = 0;
  std::uint64_t prefer_greedy = 0;
  std::uint64_t indifferent = 0;
  bool is_greedy_bought() const { return prefer_greedy > prefer_shares; }

  bool operator==(const Majority&) const = default;
};

struct Outcome {
  std::vector<ProjectIndex> selected;  // in the order bought
  Money cost = 0;
  std::vector<Tie> ties;
  std::optional<Majority> majority;  // when it was asked
};

}  // namespace wijktafel::budgeting
