// A rule as people type it and as results name it: "equal-shares", "cost", "add1+greedy:cardinality",
// "lot:Lotto 4-11-2026". The same words go in (options, scenarios) and come out (JSON, tables).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compute/budgeting/outcome.hpp"

namespace wijktafel::budgeting {

// Nothing when the text is no such thing.
std::optional<RuleName> rule_name(
    std::string_view text);                             // greedy equal-shares phragmen phragmen-skip optimum
std::optional<Utility> utility(std::string_view text);  // cost cardinality points borda
// "none", or steps with + between: add1, increase:1% (more than 0, at most 100 %, two decimals, point or
// comma), greedy:UTILITY.
std::optional<std::vector<Completion>> completions(std::string_view text);
std::optional<TieBreaking> tie_breaking(std::string_view text);  // name cheapest votes lot:SEED

std::string text_of(RuleName name);
std::string text_of(Utility utility);
std::string text_of(const std::vector<Completion>& completions);
std::string text_of(const TieBreaking& ties);

// Phragmén knows no utilities: supporters pay what is needed.
bool knows_utilities(RuleName name);

}  // namespace wijktafel::budgeting
