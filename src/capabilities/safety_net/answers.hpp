// What is counted when a signal is answered, and while it waits for whoever told it.
#pragma once

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

// Listens to "signals.answered" {item}: the first answer counts, for who had it then and the theme it had.
void count_first_answer(db::Transaction& tx, Instant now, ItemId id);
// Listens to "signals.changed" {item}: an answer to what is not for everyone any more is in no number.
void follow_visibility(db::Transaction& tx, ItemId id);
// Listens to "signals.changed" {item}: the clock stands still only while it waits for its reporter.
void follow_wait(db::Transaction& tx, Instant now, ItemId id);

}  // namespace wijktafel::safety_net
