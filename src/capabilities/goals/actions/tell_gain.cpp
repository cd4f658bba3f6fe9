#include "capabilities/goals/actions/tell_gain.hpp"

namespace wijktafel::goals {

Result<void, GainRefusal> tell_gain(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                    ItemId goal, const store::Gain& gain) {
  if (!store::find_goal(tx, goal)) return std::unexpected(NoSuchGoal{});
  if (!actor.is_system && !actor.is_member_of(gain.organisation))
    return std::unexpected(NotYourOrganisation{gain.organisation});
  store::insert_gain(tx, goal, gain);
  items::record(tx, now, actor, goal,
                {.what = "goals.gain_told",
                 .facts = {{"organisation", raw(gain.organisation)}},
                 .personal_text = gain.text,
                 .on_behalf_of = gain.organisation});
  return {};
}

}  // namespace wijktafel::goals
