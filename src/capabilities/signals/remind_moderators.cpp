#include "capabilities/signals/remind_moderators.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/signals/hold_store.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {
namespace {

constexpr int morning_hour = 7;

Date working_day_before(Date date) {
  do date = plus_days(date, -1);
  while (!is_working_day(date));
  return date;
}

// Never nobody: the moderators of the area, else its coordinators, else the administrators; or who stands in.
std::vector<PersonId> whoever_moderates(db::Transaction& tx, Instant now, const std::string& area) {
  const auto lineage = places::lineage_of(tx, area);
  std::vector<PersonId> people;
  for (const std::string_view role : {"moderator", "coordinator", "administrator"}) {
    for (const auto& person : accounts::people_with_role(tx, role, lineage, now)) {
      const auto deputies = accounts::deputies_of(tx, person.id, local_date(now));
      for (const auto& deputy : deputies) people.push_back(deputy.id);
      if (deputies.empty()) people.push_back(person.id);
    }
    if (!people.empty()) break;
  }
  return people;
}

}  // namespace

void remind_moderators(const web::Service& service, db::Transaction& tx, const Facts&, Instant now) {
  const auto today = local_date(now);
  if (!is_working_day(today) || local_time(now).hour < morning_hour) return;
  for (const auto& [key, count] : store::count_old_holds(tx, at(working_day_before(today), 0))) {
    const auto area = service.find_area(key);
    if (!area) continue;
    for (const auto person : whoever_moderates(tx, now, key))
      notifications::tell_worker(service, tx, now, person,
                                 {.subject_key = "signals.held_mail.subject",
                                  .sentence_key = "signals.held_mail.sentence",
                                  .arguments = {{"area", area->name}, {"count", count}},
                                  .path = area->path + "/signalen/eerst-bekijken",
                                  .message_id = fmt::format("signals-held-{}-{}", key, iso_date(today))});
  }
}

}  // namespace wijktafel::signals
