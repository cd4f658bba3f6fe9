// What a rule is asked and what it answers. Every rule fills the same Outcome, so that tables, comparisons
// and explanations know no rule.
#pragma once

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
};

// Equally good at the moment of choosing; `chosen` is one of `among`.
struct Tie {
  std::vector<ProjectIndex> among;
  ProjectIndex chosen = 0;
  // Whether another choice gives another set of winners; unknown until somebody asks (it takes recounts).
  std::optional<bool> changes_outcome;
};

struct Outcome {
  std::vector<ProjectIndex> selected;  // in the order bought
  Money cost = 0;
  std::vector<Tie> ties;
};

}  // namespace wijktafel::budgeting
