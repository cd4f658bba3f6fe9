// A walk gets a date, a meeting place and a theme; it may be changed until it begins, or cancelled.
#pragma once

#include "capabilities/walks/refusals.hpp"

namespace wijktafel::walks {

struct PlanWalk {
  std::string title;
  Instant begins_at{};
  std::string meeting_place;
  std::string theme = "general";
  std::vector<Participant> participants = {};
  std::string others = {};
};

Result<ItemId, WalkRefusal> plan_walk(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                      const web::AreaRef& area, const PlanWalk& form);
Done change_walk(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                 const PlanWalk& form);
Done cancel_walk(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                 const std::string& reason);
// All stops at once, in order.
Done set_route(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
               const std::vector<Stop>& stops);

}  // namespace wijktafel::walks
