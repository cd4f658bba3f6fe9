// Sees a promise in an answer: "nemen we mee", "er komt", "pakken wij op". Rules for Dutch on whole words,
// per sentence, whatever the capitals. It errs on the side of asking: whoever answers may always say that it
// is no promise.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/signals/model/promise_rules.hpp"

namespace wijktafel::signals {

// The first sentence that holds a promise, as it was written; nothing when there is none.
std::optional<std::string> promise_in(std::string_view text, const std::vector<PromiseRule>& rules);

}  // namespace wijktafel::signals
