#include "capabilities/tables/web/paths.hpp"

namespace wijktafel::tables {

std::string table_path(const web::AreaRef& area) { return area.path + "/tafel"; }

std::string plan_path(const web::AreaRef& area) { return table_path(area) + "/nieuw"; }

std::string rules_path(const web::AreaRef& area) { return table_path(area) + "/werkwijze"; }

std::string calendar_path(const web::AreaRef& area) { return table_path(area) + "/agenda.ics"; }

std::string meeting_path(const web::AreaRef& area, ItemId meeting) {
  return table_path(area) + "/" + std::to_string(raw(meeting));
}

std::string meeting_path(const web::AreaRef& area, ItemId meeting, std::string_view step) {
  return meeting_path(area, meeting) + "/" + std::string(step);
}

std::string point_path(const web::AreaRef& area, ItemId agenda_item, std::string_view step) {
  return area.path + "/agendapunten/" + std::to_string(raw(agenda_item)) + "/" + std::string(step);
}

std::string anchor_of(ItemId agenda_item) { return "punt-" + std::to_string(raw(agenda_item)); }

}  // namespace wijktafel::tables
