// What an administrator does: add a theme, change or end it, and say what holds for it in an area from a day
// on.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::themes {

struct NameTaken {
  std::string name;
};
// The key is made of the name and never changes after.
Result<std::string, NameTaken> add_theme(db::Transaction& tx, Theme theme);
// False when there is no such theme.
bool change_theme(db::Transaction& tx, const Theme& theme);

struct SetRule {
  std::string theme;
  std::string area;
  // Neither a term nor a holder: from that day on the area says nothing itself, what lies above it does.
  std::optional<int> term_days = std::nullopt;
  std::optional<OrganisationId> holder = std::nullopt;
  std::optional<std::int64_t> team = std::nullopt;
  Date valid_from;
};
struct NoSuchTheme {};
struct NoSuchArea {};
struct NoSuchHolder {};
struct BeginsInThePast {};
using SetRuleRefusal = std::variant<NoSuchTheme, NoSuchArea, NoSuchHolder, BeginsInThePast>;
// What came in before keeps the rule of its day.
Result<void, SetRuleRefusal> set_rule(db::Transaction& tx, Instant now, std::optional<PersonId> set_by,
                                      const SetRule& form);

}  // namespace wijktafel::themes
