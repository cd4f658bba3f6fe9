#include "capabilities/signals/reads/work_facts.hpp"

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/work_store.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {
namespace {

std::string area_name(const web::Call& call, const std::string& key) {
  const auto area = key.empty() ? std::nullopt : call.service.find_area(key);
  return area ? area->name : "";
}

}  // namespace

std::optional<WorkFacts> read_work_facts(const web::Call& call, db::Transaction& tx, ItemId id) {
  const auto whole = find_whole(tx, id);
  if (!whole) return std::nullopt;
  WorkFacts facts;
  facts.theme = whole->row.theme;
  facts.priority = whole->row.priority;
  facts.team = whole->row.team;
  facts.theme_name = themes::name_of(tx, facts.theme, call.language);
  const Date reported = local_date(whole->row.reported_at);
  const auto term = term_rule(tx, whole->item.area, facts.theme, reported);
  facts.term_days = term.days;
  facts.term_area = area_name(call, term.area);
  if (const auto assigned = store::find_assigned(tx, id)) {
    facts.assigned_by = accounts::name_of(tx, assigned->by);
    facts.assigned_on = local_date(assigned->at);
  }
  const auto area = call.service.find_area(whole->item.area);
  if (!area || facts.theme.empty()) return facts;
  const auto rule = themes::rule_for(tx, facts.theme, area->lineage, reported);
  if (rule.holder && rule.holder == whole->item.holder) {
    facts.rule_holder = organisations::name_of(tx, *rule.holder);
    facts.rule_holder_area = area_name(call, rule.holder_from);
  }
  return facts;
}

RuleFor read_rule(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                  const std::string& theme) {
  return {themes::rule_for(tx, theme, area.lineage, call.today).holder,
          term(tx, area.key, theme, call.today)};
}

}  // namespace wijktafel::signals
