// Explanations for reading: in sentences that somebody can read aloud.
#pragma once

#include <string>
#include <vector>

#include "app/budget/budget_json.hpp"

namespace wijktafel::app {

// A plan: votes, who paid, or what was lacking and what would have been enough, and its groups of supporters.
std::string project_explained(const CountedFile& file, const budgeting::ProjectExplanation& explanation,
                              const TerminalWords& words);

// The election: how many voters got something, how evenly, and which groups.
std::string voters_explained(const CountedFile& file, const ElectionReport& report,
                             const TerminalWords& words);

// "leeftijd 18-29"
std::string group_text(const TerminalWords& words, const std::string& column, const std::string& value);

}  // namespace wijktafel::app
