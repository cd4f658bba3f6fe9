#include "capabilities/signals/promise_store.hpp"

#include <limits>

namespace wijktafel::signals::store {
namespace {

std::vector<PromiseRuleChange> changes_of(const db::Rows& rows) {
  std::vector<PromiseRuleChange> changes;
  for (const auto& row : rows)
    changes.push_back({.id = row.get<std::int64_t>(0),
                       .rule = row.get<std::string>(1),
                       .is_on = row.get<bool>(2),
                       .person = row.get<std::optional<PersonId>>(3),
                       .set_at = row.get<Instant>(4)});
  return changes;
}

}  // namespace

void insert_promise_rule_change(db::Transaction& tx, const PromiseRuleChange& change) {
  tx.execute("INSERT INTO signal_promise_rule (rule, is_on, person, set_at) VALUES ($1, $2, $3, $4)",
             change.rule, change.is_on, change.person, change.set_at);
}

std::vector<PromiseRuleChange> last_promise_rule_changes(db::Transaction& tx) {
  return changes_of(
      tx.query("SELECT id, rule, is_on, person, set_at FROM signal_promise_rule WHERE id IN "
               "(SELECT MAX(id) FROM signal_promise_rule GROUP BY rule) ORDER BY rule"));
}

std::vector<PromiseRuleChange> promise_rule_changes(db::Transaction& tx, std::optional<std::int64_t> before,
                                                    int most) {
  return changes_of(
      tx.query("SELECT id, rule, is_on, person, set_at FROM signal_promise_rule WHERE id < $1 "
               "ORDER BY id DESC LIMIT $2",
               before.value_or(std::numeric_limits<std::int64_t>::max()), most));
}

}  // namespace wijktafel::signals::store
