// What holds for themes: in an area today, and every rule of one theme.
#pragma once

#include "capabilities/themes/themes.hpp"

namespace wijktafel::themes {

struct ThemeHere {
  Theme theme;
  int term_days = 0;      // the general one when no rule says another
  std::string term_area;  // name of the area whose rule it is; "" for the general one
  std::string holder;     // "Wijkbeheer (Gemeente Rozenland)", "" when nobody has it first
};
struct ThemesHere {
  int general_days = 0;
  std::vector<ThemeHere> themes;  // active ones, in their order
};
ThemesHere themes_here(const web::Call& call, db::Transaction& tx);

struct ShownRule {
  std::string area_name;
  std::optional<int> term_days;
  std::string holder;
  Date valid_from;
  bool holds = false;    // the newest of its area that has begun
  bool is_gone = false;  // its organisation or team does not exist any more
};
std::vector<ShownRule> rules_of_theme(db::Transaction& tx, std::string_view theme, Date today);

// The general term, as signals declares it: a setting of the area. 0 when nothing declares it.
int general_term(const web::Call& call, db::Transaction& tx, std::string_view area);

// Who may have a theme first: organisations and their teams.
struct HolderChoice {
  OrganisationId organisation{};
  std::optional<std::int64_t> team = std::nullopt;
  std::string name;
};
std::vector<HolderChoice> holder_choices(db::Transaction& tx);

}  // namespace wijktafel::themes
