// Who wants "Deze week" by mail.
#pragma once

#include <vector>

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net::store {

void add_week_reader(db::Transaction& tx, PersonId person);  // one who is there already stays as it is
void remove_week_reader(db::Transaction& tx, PersonId person);
bool is_week_reader(db::Transaction& tx, PersonId person);
// Who had none on this Monday yet.
std::vector<PersonId> week_readers_without(db::Transaction& tx, Date monday, int most);
void set_week_mailed(db::Transaction& tx, PersonId person, Date monday);

}  // namespace wijktafel::safety_net::store
