#include "capabilities/themes/actions/change_themes.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/themes/store.hpp"

namespace wijktafel::themes {
namespace {

constexpr int place_step = 10;

int last_place(db::Transaction& tx) {
  int last = 0;
  for (const auto& theme : store::all(tx)) last = std::max(last, theme.order);
  return last;
}

bool holder_exists(db::Transaction& tx, const SetRule& form) {
  if (form.holder && !organisations::find_organisation(tx, *form.holder)) return false;
  if (!form.team) return true;
  const auto team = organisations::find_team(tx, organisations::TeamId{*form.team});
  return team && team->organisation == form.holder;
}

}  // namespace

Result<std::string, NameTaken> add_theme(db::Transaction& tx, Theme theme) {
  theme.key = slug(theme.name).substr(0, key_most);
  for (const auto& other : store::all(tx))
    if (other.key == theme.key || other.name == theme.name) return std::unexpected(NameTaken{other.name});
  theme.order = last_place(tx) + place_step;
  store::insert(tx, theme);
  return theme.key;
}

bool change_theme(db::Transaction& tx, const Theme& theme) {
  if (!store::find(tx, theme.key)) return false;
  store::update(tx, theme);
  return true;
}

Result<void, SetRuleRefusal> set_rule(db::Transaction& tx, Instant now, std::optional<PersonId> set_by,
                                      const SetRule& form) {
  if (!store::find(tx, form.theme)) return std::unexpected(NoSuchTheme{});
  if (!places::find_area(tx, form.area)) return std::unexpected(NoSuchArea{});
  if (!holder_exists(tx, form)) return std::unexpected(NoSuchHolder{});
  if (form.valid_from < local_date(now)) return std::unexpected(BeginsInThePast{});
  store::insert_rule(tx, now,
                     {.theme = form.theme,
                      .area = form.area,
                      .term_days = form.term_days,
                      .holder = form.holder,
                      .team = form.team,
                      .valid_from = form.valid_from},
                     set_by);
  return {};
}

}  // namespace wijktafel::themes
