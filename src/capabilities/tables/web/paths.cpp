#include "capabilities/tables/web/paths.hpp"

#include <algorithm>

namespace wijktafel::tables {

std::string table_path(const web::AreaRef& area) { return area.path + "/tafel"; }

std::string plan_path(const web::AreaRef& area) { return table_path(area) + "/nieuw"; }

std::string rules_path(const web::AreaRef& area) { return table_path(area) + "/werkwijze"; }

std::string calendar_path(const web::AreaRef& area) { return table_path(area) + "/agenda.ics"; }

std::string decisions_path(const web::AreaRef& area) { return area.path + "/besluiten"; }

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

std::optional<ItemId> asked_before(const web::Call& call) {
  const auto typed = call.request.query_value("voor");
  const bool digits = std::ranges::all_of(typed, [](char c) { return c >= '0' && c <= '9'; });
  if (typed.empty() || typed.size() > 15 || !digits) return std::nullopt;
  return ItemId{std::stoll(std::string(typed))};
}

}  // namespace wijktafel::tables
