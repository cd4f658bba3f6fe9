// The addresses of this capability's pages.
#pragma once

#include <string>

#include "capabilities/tables/tables.hpp"

namespace wijktafel::tables {

std::string table_path(const web::AreaRef& area);                    // "/.../tafel"
std::string plan_path(const web::AreaRef& area);                     // "/.../tafel/nieuw"
std::string rules_path(const web::AreaRef& area);                    // "/.../tafel/werkwijze"
std::string calendar_path(const web::AreaRef& area);                 // "/.../tafel/agenda.ics"
std::string decisions_path(const web::AreaRef& area);                // "/.../besluiten"
std::string meeting_path(const web::AreaRef& area, ItemId meeting);  // "/.../tafel/12"
// "/.../tafel/12/begin" and so on.
std::string meeting_path(const web::AreaRef& area, ItemId meeting, std::string_view step);
std::string point_path(const web::AreaRef& area, ItemId agenda_item, std::string_view step);
// The place of an agenda item on the page of its meeting: "punt-13".
std::string anchor_of(ItemId agenda_item);

// The key in ?voor=12, for the next page of a list; nothing when it is no number.
std::optional<ItemId> asked_before(const web::Call& call);

}  // namespace wijktafel::tables
