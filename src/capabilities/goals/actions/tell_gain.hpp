// What an organisation gains by a goal, in its own words. Told again, the new words replace the old.
#pragma once

#include "capabilities/goals/actions/measure_goal.hpp"

namespace wijktafel::goals {

struct NotYourOrganisation {
  OrganisationId organisation{};
};
using GainRefusal = std::variant<NoSuchGoal, NotYourOrganisation>;

// Only somebody of the organisation tells it; an import does it for all.
Result<void, GainRefusal> tell_gain(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                    ItemId goal, const store::Gain& gain);

}  // namespace wijktafel::goals
