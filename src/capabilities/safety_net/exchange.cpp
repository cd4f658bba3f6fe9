#include "capabilities/safety_net/exchange.hpp"

#include <boost/json.hpp>

#include "base/result.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/store.hpp"

namespace wijktafel::safety_net {
namespace {

std::string text(const boost::json::object& entry, std::string_view member) {
  const auto* value = entry.if_contains(member);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

Desk desk_of(db::Transaction& tx, const boost::json::object& entry) {
  if (const auto key = text(entry, "organisation"); !key.empty()) {
    const auto organisation = organisations::find_by_key(tx, key);
    if (!organisation) throw Failure("safety_net: there is no organisation \"" + key + "\"");
    return {DeskKind::organisation, raw(organisation->id)};
  }
  if (const auto key = text(entry, "team"); !key.empty()) {
    const auto team = organisations::find_team_by_key(tx, key);
    if (!team) throw Failure("safety_net: there is no team \"" + key + "\"");
    return {DeskKind::team, raw(team->id)};
  }
  const auto key = text(entry, "person");
  const auto person = accounts::find_by_key(tx, key);
  if (!person) throw Failure("safety_net: there is no person \"" + key + "\"");
  return {DeskKind::person, raw(*person)};
}

void import_one(db::Transaction& tx, Instant now, const boost::json::object& entry) {
  const auto area = text(entry, "area");
  if (!places::find_area(tx, area)) throw Failure("safety_net: there is no area \"" + area + "\"");
  const auto from = parse_date(text(entry, "from")).value_or(local_date(now));
  const auto desk = desk_of(tx, entry);
  // The same desk again is no other: importing twice is importing once.
  const auto known = store::desk_of_area(tx, area, from);
  if (known && known->desk.kind == desk.kind && known->desk.reference == desk.reference) return;
  store::insert_desk(tx, now, {.area = area, .desk = desk, .valid_from = from}, std::nullopt);
}

void read_section(db::Transaction& tx, const web::Service& service, const boost::json::value& section) {
  if (!section.is_array()) throw Failure("safety_net: a list is expected");
  for (const auto& entry : section.get_array()) {
    if (!entry.is_object()) throw Failure("safety_net: each entry is an object with an area and a desk");
    import_one(tx, service.clock.now(), entry.get_object());
  }
}

}  // namespace

web::Exchange exchange() { return {.section = "safety_net", .order = 0, .import = read_section}; }

}  // namespace wijktafel::safety_net
