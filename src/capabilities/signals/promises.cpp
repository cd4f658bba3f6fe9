#include "capabilities/signals/promises.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace wijktafel::signals {

std::vector<PromiseRuleHere> all_promise_rules(db::Transaction& tx) {
  std::vector<PromiseRuleHere> all;
  for (const auto& rule : default_promise_rules())
    all.push_back({.rule = rule, .is_on = true, .is_of_program = true, .since = std::nullopt});
  for (const auto& change : store::last_promise_rule_changes(tx)) {
    const auto known = std::ranges::find(all, change.rule, &PromiseRuleHere::rule);
    if (known == all.end()) {
      all.push_back({.rule = change.rule, .is_on = change.is_on, .since = change.set_at});
      continue;
    }
    known->is_on = change.is_on;
    known->since = change.set_at;
  }
  return all;
}

std::vector<PromiseRule> promise_rules_in_force(db::Transaction& tx) {
  std::vector<PromiseRule> rules;
  for (const auto& here : all_promise_rules(tx)) {
    if (!here.is_on) continue;
    // A rule of an older version that cannot be read any more finds nothing.
    if (auto rule = parse_promise_rule(here.rule)) rules.push_back(std::move(*rule));
  }
  return rules;
}

}  // namespace wijktafel::signals
