// A meeting gets a date and a place; it may be moved until it begins, or cancelled.
#pragma once

#include "capabilities/tables/actions/refusals.hpp"

namespace wijktafel::tables {

struct PlanMeeting {
  web::AreaRef area;
  std::string title;
  Instant begins_at{};
  std::string place;
  std::string online_link = {};
  bool is_public = true;
};
struct MoveMeeting {
  std::string title;
  Instant begins_at{};
  std::string place;
  std::string online_link = {};
};

Result<ItemId, TableRefusal> plan_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                          const PlanMeeting& form);
// The points on its agenda move along.
Done move_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                  const MoveMeeting& form);
// The points on its agenda are free to be put on another one.
Done cancel_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                    const std::string& reason);

}  // namespace wijktafel::tables
