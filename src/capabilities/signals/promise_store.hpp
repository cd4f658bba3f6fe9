// All SQL about the rules for promises that a municipality changed, and those that hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/model/promise_rules.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

struct PromiseRuleChange {
  std::int64_t id = 0;
  std::string rule;
  bool is_on = false;
  std::optional<PersonId> person = {};
  Instant set_at{};
};
void insert_promise_rule_change(db::Transaction& tx, const PromiseRuleChange& change);
// The last change of each rule; by rule.
std::vector<PromiseRuleChange> last_promise_rule_changes(db::Transaction& tx);
// Newest first, older than the change `before`.
std::vector<PromiseRuleChange> promise_rule_changes(db::Transaction& tx, std::optional<std::int64_t> before,
                                                    int most);

}  // namespace wijktafel::signals::store
