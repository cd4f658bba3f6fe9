// The walks of an area: those to come, and those that were.
#pragma once

#include "capabilities/walks/records.hpp"

namespace wijktafel::walks {

struct ListedWalk {
  items::Item item;
  Walk walk;
  int points = 0;
};
struct WalkList {
  std::vector<ListedWalk> coming;
  std::vector<ListedWalk> past;
  std::optional<ItemId> older_than;  // there are more, older than this one
};
WalkList list_walks(db::Transaction& tx, std::string_view area, const std::optional<ItemId>& before);

}  // namespace wijktafel::walks
