#include "capabilities/signals/reads/promise_rules.hpp"

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/signals/model/promise_words.hpp"

namespace wijktafel::signals {
namespace {

constexpr int versions_of_page = 20;

}  // namespace

PromiseRulesPage read_promise_rules(db::Transaction& tx, std::optional<std::int64_t> before) {
  PromiseRulesPage page{.rules = all_promise_rules(tx), .versions = {}};
  for (const auto& change : store::promise_rule_changes(tx, before, versions_of_page + 1)) {
    if (page.versions.size() == versions_of_page) {
      page.has_older = true;
      break;
    }
    page.versions.push_back({.id = change.id,
                             .rule = change.rule,
                             .is_on = change.is_on,
                             .person = change.person ? accounts::name_of(tx, *change.person) : std::string(),
                             .at = change.set_at});
  }
  return page;
}

TriedSentence try_sentence(db::Transaction& tx, std::string_view text) {
  for (const auto& here : all_promise_rules(tx)) {
    const auto rule = here.is_on ? parse_promise_rule(here.rule) : std::nullopt;
    if (rule && promise_in(text, {*rule})) return {.promises = true, .rule = here.rule};
  }
  return {};
}

}  // namespace wijktafel::signals
