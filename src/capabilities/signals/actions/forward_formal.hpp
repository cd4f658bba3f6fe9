// What belongs at another door is forwarded there, with the date on which it was received: that date counts
// for terms of the law.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct ForwardFormal {
  ItemId item{};
  std::string to_whom;  // not empty; "de commissie bezwaarschriften"
};
using ForwardRefusal = std::variant<NoSuchSignal, NothingTold, NotPossibleNow, ChangedMeanwhile>;
// The history says to whom, and the date of receipt; whoever told it hears it.
Result<void, ForwardRefusal> forward_formal(db::Transaction& tx, Instant now, const Actor& actor,
                                            const ForwardFormal& form);

}  // namespace wijktafel::signals
