#include "capabilities/themes/reads/theme_rules.hpp"

#include <algorithm>

#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/themes/store.hpp"

namespace wijktafel::themes {
namespace {

std::string area_name(db::Transaction& tx, const std::string& key) {
  const auto area = places::find_area(tx, key);
  return area ? area->name : key;
}

std::string holder_name(db::Transaction& tx, std::optional<OrganisationId> holder,
                        std::optional<std::int64_t> team) {
  if (!holder) return {};
  const auto organisation = organisations::name_of(tx, *holder);
  const auto found = team ? organisations::find_team(tx, organisations::TeamId{*team}) : std::nullopt;
  return found ? found->name + " (" + organisation + ")" : organisation;
}

bool is_gone(db::Transaction& tx, const store::RuleRow& row) {
  if (row.holder && !organisations::find_organisation(tx, *row.holder)) return true;
  return row.team && !organisations::find_team(tx, organisations::TeamId{*row.team});
}

}  // namespace

int general_term(const web::Call& call, db::Transaction& tx, std::string_view area) {
  const auto setting = std::ranges::find(call.service.settings, "signals.answer_days", &web::Setting::name);
  if (setting == call.service.settings.end()) return 0;
  return static_cast<int>(places::whole_number(tx, area, *setting, call.today));
}

ThemesHere themes_here(const web::Call& call, db::Transaction& tx) {
  ThemesHere here{.general_days = general_term(call, tx, call.area->key), .themes = {}};
  for (auto& theme : list_themes(tx)) {
    const auto rule = rule_for(tx, theme.key, call.area->lineage, call.today);
    here.themes.push_back(
        {.theme = std::move(theme),
         .term_days = rule.term_days.value_or(here.general_days),
         .term_area = rule.term_from.empty() ? std::string() : area_name(tx, rule.term_from),
         .holder = holder_name(tx, rule.holder, rule.team)});
  }
  return here;
}

std::vector<ShownRule> rules_of_theme(db::Transaction& tx, std::string_view theme, Date today) {
  std::vector<ShownRule> all;
  std::string area_that_holds;
  for (const auto& row : store::rules_of(tx, theme)) {
    const bool has_begun = row.valid_from <= today;
    ShownRule rule{
        .area_name = area_name(tx, row.area),
        .term_days = row.term_days ? std::optional(static_cast<int>(*row.term_days)) : std::nullopt,
        .holder = holder_name(tx, row.holder, row.team),
        .valid_from = row.valid_from,
        .holds = has_begun && area_that_holds != row.area,
        .is_gone = false};
    if (rule.holds) {
      area_that_holds = row.area;
      rule.is_gone = is_gone(tx, row);
    }
    all.push_back(std::move(rule));
  }
  return all;
}

std::vector<HolderChoice> holder_choices(db::Transaction& tx) {
  std::vector<HolderChoice> choices;
  for (const auto& organisation : organisations::list_organisations(tx)) {
    choices.push_back({.organisation = organisation.id, .name = organisation.name});
    for (const auto& team : organisations::teams_of(tx, organisation.id))
      choices.push_back({.organisation = organisation.id,
                         .team = raw(team.id),
                         .name = team.name + " (" + organisation.name + ")"});
  }
  return choices;
}

}  // namespace wijktafel::themes
