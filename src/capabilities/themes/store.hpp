// All SQL of themes, one function per question asked of the data.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "capabilities/themes/themes.hpp"

namespace wijktafel::themes::store {

std::optional<Theme> find(db::Transaction& tx, std::string_view key);
std::vector<Theme> all(db::Transaction& tx);
void insert(db::Transaction& tx, const Theme& theme);
void update(db::Transaction& tx, const Theme& theme);

struct RuleRow {
  std::string theme;
  std::string area;
  std::optional<std::int64_t> term_days;
  std::optional<OrganisationId> holder;
  std::optional<std::int64_t> team;
  Date valid_from;
};
void insert_rule(db::Transaction& tx, Instant now, const RuleRow& rule, std::optional<PersonId> set_by);
// The rows of this theme in this area that have begun, the newest first.
std::vector<RuleRow> rules_begun(db::Transaction& tx, std::string_view theme, std::string_view area, Date on);
// Every row of this theme, by area, the newest first.
std::vector<RuleRow> rules_of(db::Transaction& tx, std::string_view theme);

}  // namespace wijktafel::themes::store
