// The addresses of this capability's pages.
#pragma once

#include <string>

#include "capabilities/tables/tables.hpp"

namespace wijktafel::tables {

std::string table_path(const web::AreaRef& area);                    // "/.../tafel"
std::string plan_path(const web::AreaRef& area);                     // "/.../tafel/nieuw"
std::string rules_path(const web::AreaRef& area);                    // "/.../tafel/werkwijze"
std::string calendar_path(const web::AreaRef& area);                 // "/.../tafel/agenda.ics"
std::string meeting_path(const web::AreaRef& area, ItemId meeting);  // "/.../tafel/12"
// "/.../tafel/12/begin" and so on.
std::string meeting_path(const web::AreaRef& area, ItemId meeting, std::string_view step);
std::string point_path(const web::AreaRef& area, ItemId agenda_item, std::string_view step);
// The place of an agenda item on the page of its meeting: "punt-13".
std::string anchor_of(ItemId agenda_item);

}  // namespace wijktafel::tables
