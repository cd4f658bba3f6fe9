// What who works on a signal sees of it beside the page: theme, urgency, who works on it, and why it lies
// where it lies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/model.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct WorkFacts {
  std::string theme;  // key
  Priority priority = Priority::normal;
  std::optional<organisations::TeamId> team;
  // Why it lies here, each with the name of the area whose rule it is; empty when there is no such rule.
  std::string theme_name;
  std::string rule_holder;
  std::string rule_holder_area;
  std::string assigned_by;  // name; "" when nobody did
  std::optional<Date> assigned_on;
  int term_days = 0;
  std::string term_area;
};
std::optional<WorkFacts> read_work_facts(const web::Call& call, db::Transaction& tx, ItemId id);

// Who has a signal of this theme first in this area, and when its reporter hears something.
struct RuleFor {
  std::optional<OrganisationId> holder;
  Date next_date;
};
RuleFor read_rule(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                  const std::string& theme);

}  // namespace wijktafel::signals
