// Which desk holds in which area, and which of them do not work.
#pragma once

#include <string>
#include <vector>

#include "capabilities/safety_net/desks.hpp"

namespace wijktafel::safety_net {

struct ListedDesk {
  std::string area;  // key
  std::string area_name;
  std::string desk_name;  // "" for none, and for one that is gone
  DeskKind kind = DeskKind::none;
  Date valid_from;
  std::optional<std::string> broken = std::nullopt;  // as NamedDesk::broken
};
// Of every area that says something itself on that day, and what begins later.
std::vector<ListedDesk> list_desks(db::Transaction& tx, Instant now);

// What may be chosen: organisations, teams, and people who serve the municipality.
struct DeskChoice {
  Desk desk;
  std::string name;
};
std::vector<DeskChoice> desk_choices(db::Transaction& tx, Instant now);

}  // namespace wijktafel::safety_net
