#include "capabilities/safety_net/actions/set_desk.hpp"

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/store.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::safety_net {
namespace {

bool exists(db::Transaction& tx, const Desk& desk) {
  switch (desk.kind) {
    case DeskKind::organisation:
      return organisations::find_organisation(tx, OrganisationId{desk.reference}).has_value();
    case DeskKind::team:
      return organisations::find_team(tx, organisations::TeamId{desk.reference}).has_value();
    case DeskKind::person: return accounts::find_person(tx, PersonId{desk.reference}).has_value();
    case DeskKind::none: return true;
    default: return false;  // coordinator and administrator need no naming: it falls to them
  }
}

}  // namespace

Result<void, SetDeskRefusal> set_desk(db::Transaction& tx, Instant now, const Actor& actor,
                                      const SetDesk& form) {
  if (!places::find_area(tx, form.area)) return std::unexpected(NoSuchArea{});
  if (!exists(tx, form.desk)) return std::unexpected(NoSuchDesk{});
  if (!actor.is_system && form.valid_from < local_date(now)) return std::unexpected(BeginsInThePast{});
  store::insert_desk(tx, now, {.area = form.area, .desk = form.desk, .valid_from = form.valid_from},
                     actor.person);
  // What was said to be broken is looked at again, at once.
  jobs::enqueue(tx, "safety_net.go_on", {}, now);
  // The page of every signal in it says where it goes.
  tx.touch(web::every_area);
  return {};
}

}  // namespace wijktafel::safety_net
