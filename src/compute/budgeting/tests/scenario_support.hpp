// Small elections with their expected winners, in files that a person can check by hand
// (tests/scenarios/*.scenario). A line is one of
//   # why these are the winners, worked out
//   source WHERE IT COMES FROM        an article, or "worked out by hand"
//   budget AMOUNT
//   type approval|choose-1|cumulative|scoring|ordinal        approval when there is no such line
//   plan ID COST [NAME]
//   votes NUMBER [ID ...]             so many voters with this ballot; ID:POINTS with points; best first
//   expect RULE [UTILITY] [COMPLETION] [ties:TIES] -> [ID ...]       the winners, in any order
//   expect ... => [ID ...]            the winners, in the order of buying
// with the words of the command line (rule_text.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

struct Expectation {
  std::string line;  // as written
  Rule rule;
  bool is_ordered = false;
  std::vector<std::string> winners;
};
struct Scenario {
  std::string file;
  std::string source;
  Election election;
  std::vector<Expectation> expectations;
};

// Throws std::runtime_error with file, line and reason for what is not such a file.
Scenario scenario_of(const std::string& file, std::string_view text);

}  // namespace wijktafel::budgeting
