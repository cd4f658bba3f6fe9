// How to reach who told it: for who may call back, and every look is written down.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct SeenReporter {
  Reach reach{};
  std::string address;
  std::string name;
};

using LookRefusal = std::variant<NoSuchSignal, NoReporter>;

Result<SeenReporter, LookRefusal> look_at_reporter(db::Transaction& tx, Instant now, const Actor& actor,
                                                   ItemId id);

// The reporter wants no messages any more: address and name are forgotten, the secret link keeps working.
void stop_messages(db::Transaction& tx, Instant now, ItemId id);
// After a restore, from the list of erasures.
void stop_messages_again(db::Transaction& tx, ItemId id);

// Reporters of signals that closed more than reporter_kept_days ago are forgotten. Gives how many.
int forget_reporters(db::Transaction& tx, Instant now, int most);

}  // namespace wijktafel::signals
