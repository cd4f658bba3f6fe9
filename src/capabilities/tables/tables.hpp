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
std::optional<MeetingSummary> find_meeting(db::Transaction& tx, ItemId id);

// Why not, in words of this capability, with the status of the response.
struct Refused {
  int status = 422;
  std::string word_key;
  i18n::Arguments arguments = {};
};

// A point made elsewhere from several items at once.
struct NewPoint {
  ItemId meeting{};
  std::string title;
  std::string text = {};
  std::vector<ItemId> subjects = {};  // each leads to the point, and its followers hear
};
// By call.actor, at call.now, by the rules of the form. `area`: that of the meeting.
Result<ItemId, Refused> add_point(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                  const NewPoint& point);

}  // namespace wijktafel::tables
