// What the table of an area talks about because the safety net was late too.
#pragma once

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

struct LateAtTable {
  items::Item item;
  Date missed_date;
};
// Public ones of this area and all below it, the longest first.
std::vector<LateAtTable> late_at_table(db::Transaction& tx, std::string_view area);

}  // namespace wijktafel::safety_net
