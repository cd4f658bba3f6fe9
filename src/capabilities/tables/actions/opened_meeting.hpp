// A meeting with what is kept of it, as actions ask for it before they change something: locked, so that two
// people who press at once are one after the other.
#pragma once

#include "capabilities/tables/actions/refusals.hpp"
#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

struct OpenedMeeting {
  items::Item item;
  Meeting meeting;
};

// Also when it is over.
Result<OpenedMeeting, TableRefusal> find_any(db::Transaction& tx, ItemId id);
// Planned or under way.
Result<OpenedMeeting, TableRefusal> find_open(db::Transaction& tx, ItemId id);
// Under way.
Result<OpenedMeeting, TableRefusal> find_begun(db::Transaction& tx, ItemId id);

}  // namespace wijktafel::tables
