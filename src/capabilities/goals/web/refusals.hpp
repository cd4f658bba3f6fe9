// Every refusal of this capability in words, with the status of the response and the field it belongs to. A
// refusal without an overload in refusals.cpp does not compile.
#pragma once

#include <string>

#include "capabilities/goals/actions/make_goal.hpp"
#include "capabilities/goals/actions/measure_goal.hpp"
#include "capabilities/goals/actions/refusals.hpp"
#include "capabilities/goals/actions/tell_gain.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::goals {

// Reads the name of the organisation it speaks of.
Refused in_words(const web::Call& call, db::Transaction& tx, const CommitmentRefusal& refusal);
Refused in_words(const web::Call& call, const MakeGoalRefusal& refusal);
Refused in_words(const web::Call& call, const GoalRefusal& refusal);
Refused in_words(const web::Call& call, db::Transaction& tx, const GainRefusal& refusal);

std::string sentence(const web::Call& call, const Refused& refused);
web::FieldFault fault(const Refused& refused);

}  // namespace wijktafel::goals
