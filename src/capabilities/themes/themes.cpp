#include "capabilities/themes/themes.hpp"

#include "capabilities/themes/actions/import_themes.hpp"
#include "capabilities/themes/store.hpp"
#include "capabilities/themes/web/pages.hpp"

namespace wijktafel::themes {

web::Capability capability() {
  // Level 1: signals and everything above them ask what a theme says; a theme knows organisations only.
  web::Capability themes{.name = "themes", .level = 1};
  themes.routes = routes();
  themes.permissions = {{"themes.manage", {"administrator"}}};
  themes.slots = {{"my_administration", 20, link_to_manage},
                  {"municipality_home", 80, link_to_themes},
                  {"area_overview", 80, link_to_themes}};
  themes.exchanges = {exchange()};
  return themes;
}

std::optional<Theme> find_theme(db::Transaction& tx, std::string_view key) { return store::find(tx, key); }

std::vector<Theme> all_themes(db::Transaction& tx) { return store::all(tx); }

std::vector<Theme> list_themes(db::Transaction& tx) {
  auto themes = store::all(tx);
  std::erase_if(themes, [](const Theme& theme) { return !theme.is_active; });
  return themes;
}

std::string name_in(const Theme& theme, i18n::Language language) {
  return language == i18n::Language::en && !theme.name_en.empty() ? theme.name_en : theme.name;
}

std::string name_of(db::Transaction& tx, std::string_view key, i18n::Language language) {
  const auto theme = store::find(tx, key);
  return theme ? name_in(*theme, language) : std::string();
}

Rule rule_for(db::Transaction& tx, std::string_view theme, const std::vector<std::string>& lineage, Date on) {
  Rule rule;
  if (theme.empty()) return rule;
  for (const auto& area : lineage) {
    const auto rows = store::rules_begun(tx, theme, area, on);
    if (rows.empty()) continue;
    const auto& newest = rows.front();
    if (!rule.term_days && newest.term_days) {
      rule.term_days = static_cast<int>(*newest.term_days);
      rule.term_from = area;
    }
    if (!rule.holder && newest.holder) {
      rule.holder = newest.holder;
      rule.team = newest.team;
      rule.holder_from = area;
    }
  }
  return rule;
}

std::vector<HeldRule> rules_with_holder(db::Transaction& tx, Date on) {
  std::vector<HeldRule> held;
  for (const auto& theme : list_themes(tx)) {
    std::string said;  // the area of which the newest rule that has begun was seen
    for (const auto& row : store::rules_of(tx, theme.key)) {
      if (row.valid_from > on || row.area == said) continue;
      said = row.area;
      if (row.holder)
        held.push_back({.theme = theme.key, .area = row.area, .holder = *row.holder, .team = row.team});
    }
  }
  return held;
}

void save_theme(db::Transaction& tx, const Theme& theme) {
  if (store::find(tx, theme.key))
    store::update(tx, theme);
  else
    store::insert(tx, theme);
}

}  // namespace wijktafel::themes
