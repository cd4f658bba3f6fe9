// Which rules for promises hold here now.
#pragma once

#include <string>
#include <vector>

#include "capabilities/signals/promise_store.hpp"

namespace wijktafel::signals {

struct PromiseRuleHere {
  std::string rule;
  bool is_on = true;
  bool is_of_program = false;    // one that the program begins with
  std::optional<Instant> since;  // when it was changed last; none: from the beginning
};
// Those of the program first, then those of the municipality; also those that are off.
std::vector<PromiseRuleHere> all_promise_rules(db::Transaction& tx);
std::vector<PromiseRule> promise_rules_in_force(db::Transaction& tx);

}  // namespace wijktafel::signals
