// Meetings for the calendar on somebody's phone: one meeting, or all of a table as a feed.
#include <algorithm>

#include "capabilities/tables/calendar.hpp"
#include "capabilities/tables/reads/table_page.hpp"
#include "capabilities/tables/web/meeting_page.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"
#include "design/edge_pages.hpp"

namespace wijktafel::tables {

namespace {

std::string host_of(const web::Service& service) {
  const auto scheme = service.base_url.find("://");
  return scheme == std::string::npos ? service.base_url : service.base_url.substr(scheme + 3);
}

CalendarEvent event_of(const web::Call& call, const items::Item& item, const Meeting& meeting) {
  return {.uid = "overleg-" + std::to_string(raw(item.id)) + "@" + host_of(call.service),
          .title = item.title,
          .begins_at = meeting.begins_at,
          .changed_at = item.changed_at,
          .version = item.version,
          .place = meeting.place,
          .url = call.service.base_url + meeting_path(*call.area, item.id),
          .is_cancelled = item.status == "cancelled"};
}

http::Response calendar_response(std::string_view name, const std::vector<CalendarEvent>& events) {
  return http::file_response(calendar_of(name, events), "text/calendar; charset=utf-8");
}

}  // namespace

http::Response table_calendar(const web::Call& call) {
  const auto [body, meetings] = call.service.database.read([&](db::Transaction& tx) {
    return std::pair(find_rules(tx, call.area->key), meetings_for_calendar(tx, call.area->key, call.now));
  });
  std::vector<CalendarEvent> events;
  for (const auto& [item, meeting] : meetings) events.push_back(event_of(call, item, meeting));
  std::ranges::sort(events, {}, &CalendarEvent::begins_at);
  return calendar_response(body ? body->name : call.text("tables.page.title"), events);
}

http::Response meeting_calendar(const web::Call& call) {
  const auto page = meeting_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  return calendar_response(page->item.title, {event_of(call, page->item, page->meeting)});
}

}  // namespace wijktafel::tables
