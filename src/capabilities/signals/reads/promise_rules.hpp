// The rules for promises as an administrator sees them, and a sentence that is tried.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/promises.hpp"

namespace wijktafel::signals {

struct PromiseRuleVersion {
  std::int64_t id = 0;
  std::string rule;
  bool is_on = false;
  std::string person;  // name; "" when the account is gone
  Instant at{};
};
struct PromiseRulesPage {
  std::vector<PromiseRuleHere> rules;
  std::vector<PromiseRuleVersion> versions;  // newest first
  bool has_older = false;
};
PromiseRulesPage read_promise_rules(db::Transaction& tx, std::optional<std::int64_t> before);

struct TriedSentence {
  bool promises = false;
  std::string rule;  // the first that sees it
};
TriedSentence try_sentence(db::Transaction& tx, std::string_view text);

}  // namespace wijktafel::signals
