// What this person may do with a commitment now, as buttons and small forms.
#pragma once

#include "capabilities/goals/reads/commitment_details.hpp"
#include "capabilities/goals/web/action_form.hpp"
#include "capabilities/goals/web/goal_page.hpp"
#include "design/components/action_buttons/action_buttons.hpp"

namespace wijktafel::goals {

// What is done by one press; nothing when there is no such thing.
std::optional<design::ActionButtons> commitment_buttons(const web::Call& call,
                                                        const CommitmentDetails& details,
                                                        const Possible& possible);

std::vector<ActionForm> commitment_forms(const web::Call& call, const CommitmentDetails& details,
                                         const Possible& possible,
                                         const std::vector<CommitmentSummary>& replacements,
                                         const CameBack& back);

}  // namespace wijktafel::goals
