// "Is het zo gebleven?": asked of who told it half a year and a year after it was solved, once each.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// By mail or on the list of people to call; who cannot be reached finds the question behind the secret link.
// Never about what is not public. Gives how many were due.
int ask_whether_still_so(db::Transaction& tx, Instant now, int most);

enum class StillSo { lasting, relapsed, unknown };
using StillSoRefusal = std::variant<NoSuchSignal, NothingAsked>;
// Relapsed opens the signal again, and whoever had it hears that. `what_is_back` may be empty.
Result<void, StillSoRefusal> answer_still_so(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                             StillSo answer, std::string_view what_is_back = {});

}  // namespace wijktafel::signals
