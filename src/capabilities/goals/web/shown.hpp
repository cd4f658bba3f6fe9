// Parts that several pages show: commitments as rows of a table, the figure of a goal, domains in words.
#pragma once

#include "capabilities/goals/reads/goal_details.hpp"
#include "capabilities/goals/reads/lists.hpp"
#include "capabilities/goals/web/views.hpp"

namespace wijktafel::goals {

using Names = std::map<OrganisationId, std::string>;

// Commitments, or only the intentions among them; nothing when there are none.
std::optional<design::PromisesTable> promises_table(const web::Call& call,
                                                    const std::vector<CommitmentSummary>& commitments,
                                                    const Names& names, bool intentions);

GoalFigure goal_figure(const web::Call& call, const std::string& indicator, double now, double target,
                       bool is_reached);
std::string domain_words(const web::Call& call, items::Domains domains);  // "Samen leven en Veiligheid"

// The measurements as a line; nothing for fewer than two points.
std::optional<GoalLine> goal_line(const web::Call& call, const store::Goal& goal,
                                  const std::vector<store::Measurement>& measurements);

}  // namespace wijktafel::goals
