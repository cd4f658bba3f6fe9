// What happens to one signal whose date has passed, and to one whose date is near.
#pragma once

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

inline constexpr std::string_view desk_gap = "safety_net.gap.desk_late";

// Once per date: history, the desk, and who has it. What waited comes back instead; what lay at the desk
// longer than it had goes to who leads it and to the table.
void pass(db::Transaction& tx, Instant now, const signals::DueSignal& due);
// Once per date: who has it is told that it is near.
void warn(db::Transaction& tx, Instant now, const signals::DueSignal& due);

}  // namespace wijktafel::safety_net
