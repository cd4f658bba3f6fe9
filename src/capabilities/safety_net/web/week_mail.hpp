// "Deze week" by mail: on Monday at seven, to who asked for it.
#pragma once

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

// One batch; true when there are more to do at once. Does nothing on other days and before seven.
bool mail_week(const web::Service& service, db::Transaction& tx, Instant now);

}  // namespace wijktafel::safety_net
