#include "capabilities/safety_net/actions/ask_week_mail.hpp"

#include "capabilities/safety_net/week_store.hpp"

namespace wijktafel::safety_net {

void ask_week_mail(db::Transaction& tx, PersonId person, bool wanted) {
  if (wanted)
    store::add_week_reader(tx, person);
  else
    store::remove_week_reader(tx, person);
}

std::vector<PersonId> people_for_week_mail(db::Transaction& tx, Date monday, int most) {
  auto people = store::week_readers_without(tx, monday, most);
  for (const auto person : people) store::set_week_mailed(tx, person, monday);
  return people;
}

}  // namespace wijktafel::safety_net
