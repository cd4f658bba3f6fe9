// All SQL about neighbours who pick a signal up, and who helps them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

enum class PickupId : std::int64_t {};

struct Pickup {
  PickupId id{};
  ItemId item{};
  std::optional<PersonId> person = {};
  std::optional<OrganisationId> organisation = {};  // a residents' group
  std::string shown_name = {};                      // "" : a neighbour
  Date tells_by{};
  Instant began_at{};
  std::optional<Instant> ended_at = {};
  std::string ended_as = {};  // done, given_back, came_back, taken_over, initiative
};
PickupId insert_pickup(db::Transaction& tx, const Pickup& pickup);
std::optional<Pickup> find_active_pickup(db::Transaction& tx, ItemId item);
// The one that ended last.
std::optional<Pickup> find_last_pickup(db::Transaction& tx, ItemId item);
void set_tells_by(db::Transaction& tx, PickupId id, Date tells_by);
// The lines by which helpers are reached go.
void end_pickup(db::Transaction& tx, PickupId id, Instant now, std::string_view as);
// Under way, and their date was before `today`; what is late longest first.
std::vector<Pickup> pickups_past(db::Transaction& tx, Date today, int most);
void remove_pickups(db::Transaction& tx, ItemId item);
bool was_done_by_neighbours(db::Transaction& tx, ItemId item);

struct Helper {
  PersonId person{};
  std::string shown_name;  // "" : a neighbour
  std::string reached_by;  // "" when they left nothing
  Instant since{};
};
void put_helper(db::Transaction& tx, PickupId pickup, const Helper& helper);
// False when they did not help.
bool remove_helper(db::Transaction& tx, PickupId pickup, PersonId person);
std::vector<Helper> helpers_of(db::Transaction& tx, PickupId pickup, int most = 50);  // longest first

// An account is gone: so are the names that this person chose. Gives the items.
std::vector<ItemId> forget_names_of(db::Transaction& tx, PersonId person);

}  // namespace wijktafel::signals::store
