#include "capabilities/signals/actions/set_promise_rule.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "capabilities/signals/promises.hpp"

namespace wijktafel::signals {

Result<void, PromiseRuleRefusal> set_promise_rule(db::Transaction& tx, Instant now, const Actor& actor,
                                                  const std::string& rule, bool is_on) {
  const std::string tidy = tidy_promise_rule(rule);
  const auto all = all_promise_rules(tx);
  const auto known = std::ranges::find(all, tidy, &PromiseRuleHere::rule);
  if (known == all.end()) {
    if (length(tidy) > promise_rule_most || !parse_promise_rule(tidy) || !is_on)
      return std::unexpected(NotAPromiseRule{});
    if (all.size() >= promise_rules_most) return std::unexpected(TooManyPromiseRules{});
  } else if (known->is_on == is_on) {
    return {};
  }
  store::insert_promise_rule_change(tx,
                                    {.rule = tidy, .is_on = is_on, .person = actor.person, .set_at = now});
  return {};
}

}  // namespace wijktafel::signals
