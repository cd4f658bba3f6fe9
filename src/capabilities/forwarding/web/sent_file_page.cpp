// The file of what was sent, for the organisation that it was sent to.
#include "capabilities/forwarding/web/sent_file_page.hpp"

#include "capabilities/forwarding/reads/destinations.hpp"
#include "capabilities/forwarding/reads/sent_file.hpp"
#include "design/edge_pages.hpp"

namespace wijktafel::forwarding {

// Somebody else is told that it is not there: which destinations exist is nobody else's business.
http::Response show_sent_file(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::not_found(call);
  const DestinationId id{*number};
  const auto detail =
      call.service.database.read([&](db::Transaction& tx) { return read_destination(tx, id); });
  const bool may_fetch =
      detail && (call.may("forwarding.manage") || call.actor.is_member_of(detail->destination.organisation));
  if (!may_fetch) return design::not_found(call);
  const auto from = parse_date(call.request.query_value("vanaf"));
  const auto file = call.service.database.read([&](db::Transaction& tx) {
    return read_sent_file(call.service, tx, id, from ? at(*from) : Instant{});
  });
  auto response = http::file_response(file, "text/csv; charset=utf-8; header=present");
  response.set("Content-Disposition", "attachment; filename=\"signalen.csv\"");
  response.set("Cache-Control", "private, no-store");
  return response;
}

}  // namespace wijktafel::forwarding
