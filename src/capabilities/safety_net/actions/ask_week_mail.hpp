// Somebody wants "Deze week" by mail every Monday, or no longer.
#pragma once

#include <vector>

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

void ask_week_mail(db::Transaction& tx, PersonId person, bool wanted);
// Who gets it on this Monday and was not taken yet: each once.
std::vector<PersonId> people_for_week_mail(db::Transaction& tx, Date monday, int most);

}  // namespace wijktafel::safety_net
