// What everybody may read: which themes there are, and how long a message takes here.
#include <algorithm>

#include "capabilities/themes/reads/theme_rules.hpp"
#include "capabilities/themes/web/pages.hpp"
#include "capabilities/themes/web/paths.hpp"
#include "capabilities/themes/web/views.hpp"
#include "design/page.hpp"

namespace wijktafel::themes {
namespace {

ThemeLine line_of(const web::Call& call, const ThemeHere& here) {
  const bool is_english = call.language == i18n::Language::en;
  const auto& theme = here.theme;
  const i18n::Arguments arguments{{"days", std::int64_t{here.term_days}}, {"area", here.term_area}};
  ThemeLine line{
      .name = name_in(theme, call.language),
      .description = is_english && !theme.description_en.empty() ? theme.description_en : theme.description,
      .term = call.text(here.term_area.empty() ? "themes.list.term_general" : "themes.list.term_of_area",
                        arguments),
      .holder = std::nullopt};
  if (!here.holder.empty()) line.holder = call.text("themes.list.holder", {{"holder", here.holder}});
  // What goes to a door of its own has no term here.
  if (theme.door != "none") line.term = call.text("themes.door." + theme.door);
  return line;
}

}  // namespace

http::Response show_themes(const web::Call& call) {
  const auto here = call.service.database.read([&](db::Transaction& tx) { return themes_here(call, tx); });
  ThemesView view;
  view.general = call.text("themes.list.general", {{"days", std::int64_t{here.general_days}}});
  for (const auto& one : here.themes) {
    const auto name = one.theme.group.empty() ? call.text("themes.list.other") : one.theme.group;
    auto group = std::ranges::find(view.groups, name, &ThemeGroup::name);
    if (group == view.groups.end())
      group = view.groups.insert(view.groups.end(), {.name = name, .themes = {}});
    group->themes.push_back(line_of(call, one));
  }
  if (here.themes.empty()) view.empty = design::EmptyState{.text = call.text("themes.list.empty")};
  if (call.may("themes.manage")) view.manage_url = manage_path(call.service);
  return design::page(call, {.title = call.text("themes.list.title"), .narrow = true}, "themes/themes", view);
}

html::SafeHtml link_to_themes(const web::Call& call, std::int64_t) {
  return call.service.templates.render(call.language, "themes/themes_link",
                                       PageLinkView{list_path(*call.area)});
}

html::SafeHtml link_to_manage(const web::Call& call, std::int64_t) {
  if (!call.may("themes.manage")) return {};
  return call.service.templates.render(call.language, "themes/manage_link",
                                       PageLinkView{manage_path(call.service)});
}

}  // namespace wijktafel::themes
