// A rule for promises is put on or off, from now on.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// Each answer is held against all of them.
inline constexpr std::size_t promise_rules_most = 200;

using PromiseRuleRefusal = std::variant<NotAPromiseRule, TooManyPromiseRules>;
// A rule that stands as asked stays as it is.
Result<void, PromiseRuleRefusal> set_promise_rule(db::Transaction& tx, Instant now, const Actor& actor,
                                                  const std::string& rule, bool is_on);

}  // namespace wijktafel::signals
