// "Wij pakken dit op": neighbours take a signal that is open to them, tell by a date of their own choosing
// how it goes, and finish it or give it back. The coordinator stays the safety net.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "capabilities/signals/pickup_store.hpp"
#include "capabilities/signals/refusals.hpp"

namespace wijktafel::signals {

// Further ahead nobody waits for neighbours.
inline constexpr int pickup_days_most = 90;

struct PickUp {
  std::string shown_name;  // "" : a neighbour; of an organisation it is its name
  std::optional<OrganisationId> organisation = std::nullopt;
  std::string plan;  // what they will do; not empty
  Date tells_by;
};
using PickUpRefusal = std::variant<NoSuchSignal, NotOpenToNeighbours, NothingTold, DateHasPassed, DateTooFar>;
Result<void, PickUpRefusal> pick_up_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                           const PickUp& form);

namespace pickup {
struct News {
  Date tells_by;  // when they tell more
};
struct Done {};
struct GivenBack {};
struct BecameInitiative {
  std::string name;  // of the group or of what they set up; not empty
};
}  // namespace pickup
using PickupNews = std::variant<pickup::News, pickup::Done, pickup::GivenBack, pickup::BecameInitiative>;

using PickupNewsRefusal =
    std::variant<NoSuchSignal, NotPickedUp, NothingTold, DateHasPassed, DateTooFar, NotPossibleNow>;
// By whoever picked it up. `text` may be empty but with News.
Result<void, PickupNewsRefusal> tell_of_pickup(db::Transaction& tx, Instant now, const Actor& actor,
                                               ItemId id, const PickupNews& news, const std::string& text);

struct HelpAlong {
  std::string shown_name;  // "" : a neighbour
  std::string reached_by;  // only for whoever picked it up
};
using HelpRefusal = std::variant<NoSuchSignal, NotPickedUp>;
Result<void, HelpRefusal> help_along(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                     const HelpAlong& form);
Result<void, HelpRefusal> stop_helping(db::Transaction& tx, Instant now, const Actor& actor, ItemId id);

// Their date passed: it comes back to the coordinator. Gives how many.
int take_back_late_pickups(db::Transaction& tx, Instant now, int most);

}  // namespace wijktafel::signals
