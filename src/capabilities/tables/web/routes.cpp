#include "capabilities/tables/web/pages.hpp"

namespace wijktafel::tables {

namespace {

using http::Method;

// Everybody reads these; what time changes about them is said by the page itself.
web::Route kept_page(std::string pattern, web::Handler handler, std::vector<std::string> query = {}) {
  return {.method = Method::get,
          .pattern = std::move(pattern),
          .access = web::anyone(),
          .handler = std::move(handler),
          .cached_by = std::move(query)};
}

// A table serves a neighbourhood, a district or the whole municipality: the same pages below each.
void add_routes(std::vector<web::Route>& routes, const std::string& area) {
  const auto prepare = web::permitted("tables.prepare");
  const auto hold = web::permitted("tables.hold");
  const auto put = web::permitted("tables.put_on_agenda");
  const std::string table = area + "/tafel";
  const std::string meeting = table + "/{number}";
  const std::string point = area + "/agendapunten/{number}";
  const std::vector<web::Route> more = {
      kept_page(table, show_table, {"voor"}),
      kept_page(table + "/agenda.ics", table_calendar),
      {Method::get, table + "/nieuw", prepare, show_plan},
      {Method::post, table + "/nieuw", prepare, plan},
      {Method::get, table + "/werkwijze", prepare, show_rules},
      {Method::post, table + "/werkwijze", prepare, change_rules},

      kept_page(meeting, show_meeting),
      kept_page(meeting + "/agenda.ics", meeting_calendar),
      {Method::get, meeting + "/wijzigen", prepare, show_change},
      {Method::post, meeting + "/wijzigen", prepare, change},
      {Method::post, meeting + "/afzeggen", prepare, cancel},
      {Method::post, meeting + "/agenda", put, put_on_agenda},
      {Method::post, meeting + "/begin", hold, begin},
      {Method::get, meeting + "/aanwezig", hold, show_attendance},
      {Method::post, meeting + "/aanwezig", hold, keep_attendance},
      {Method::post, meeting + "/einde", hold, end},
      {Method::get, meeting + "/verslag", hold, show_minutes},
      {Method::post, meeting + "/verslag", hold, keep_minutes},
      {Method::post, meeting + "/verslag/vaststellen", hold, adopt},

      kept_page(point, show_agenda_item),
      {Method::post, point + "/plek", hold, move_point},
      {Method::post, point + "/bespreking", hold, keep_discussion},
      {Method::get, point + "/besluit", hold, show_decide},
      {Method::post, point + "/besluit", hold, decide},

      kept_page(area + "/besluiten", show_decisions, {"voor"}),
      kept_page(area + "/besluiten/{number}", show_decision),
  };
  routes.insert(routes.end(), more.begin(), more.end());
}

}  // namespace

std::vector<web::Route> routes() {
  std::vector<web::Route> all;
  add_routes(all, "/{municipality}");
  add_routes(all, "/{municipality}/{area}");
  return all;
}

}  // namespace wijktafel::tables
