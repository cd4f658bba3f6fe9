// The single way from an election to something that can be explained: counts it, keeps how the outcome came
// about, and knows how to count it again with something changed.
#pragma once

#include <functional>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/explanation.hpp"
#include "compute/budgeting/limits.hpp"

namespace wijktafel::budgeting {

// The limits that hold for an election: made again for a changed one, because more support may pass a
// threshold.
using LimitsOf = std::function<Limits(const Election&)>;

// The election must outlive what is given.
//   Explainer explainer(explained_count(election, rule).value());
//   const auto why = explainer.explain(0);
Result<Counted, NoCount> explained_count(const Election& election, const Rule& rule, LimitsOf limits_of = {});

// The same for the count of the city that held the vote, as its file tells it (official.hpp). Or the text of
// META that says another thing.
Result<Counted, std::string> explained_official_count(const Election& election, const TieBreaking& ties);

}  // namespace wijktafel::budgeting
