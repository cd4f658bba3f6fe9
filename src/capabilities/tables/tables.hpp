// The table of an area: its meetings, agenda, attendance, decisions and minutes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/items/items.hpp"

namespace wijktafel::tables {

using identity::OrganisationId;
using identity::PersonId;
using items::ItemId;

web::Capability capability();

// Item kinds "meeting" (/tafel/12), "agenda_item" (/agendapunten/13) and "decision" (/besluiten/14).

struct MeetingSummary {
  items::Item item;  // title: "Wijktafel van 3 december"
  Instant begins_at{};
  std::string place;  // "Basisschool De Vlieger"
  bool is_public = true;
  int agenda_items = 0;
};
// The first meeting of this area that has not begun (or began less than four hours ago).
std::optional<MeetingSummary> next_meeting(db::Transaction& tx, std::string_view area, Instant now);

}  // namespace wijktafel::tables
