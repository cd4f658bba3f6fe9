// Neighbours who picked a signal up, as its page shows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct ShownHelper {
  std::string name;        // "" : a neighbour
  std::string reached_by;  // only filled for whoever picked it up
};
struct ShownPickup {
  std::string name;  // of the group or as the person chose; "" : a neighbour
  Date tells_by;
  std::vector<ShownHelper> helpers;
  bool is_mine = false;
  bool do_i_help = false;
};
// While it is under way.
std::optional<ShownPickup> find_pickup(db::Transaction& tx, const identity::Actor& actor, ItemId item);
bool was_done_by_neighbours(db::Transaction& tx, ItemId item);

// What the area says beside "Wij pakken dit op"; "" where it says nothing of its own.
struct NeighbourTexts {
  std::string may_do;
  std::string insurance;
};
NeighbourTexts neighbour_texts(db::Transaction& tx, std::string_view area, Date today);

// The groups for which this person may pick something up.
std::vector<std::pair<OrganisationId, std::string>> groups_of(db::Transaction& tx,
                                                              const identity::Actor& actor);

}  // namespace wijktafel::signals
