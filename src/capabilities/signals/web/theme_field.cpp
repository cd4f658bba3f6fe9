#include "capabilities/signals/web/theme_field.hpp"

namespace wijktafel::signals {

design::SelectField theme_field(const web::Call& call, const design::Fields& fields,
                                const ThemeChoice& choice, const std::string& chosen) {
  std::vector<design::Choice> choices;
  for (const auto& theme : choice.themes)
    choices.push_back({.value = theme.key, .label = themes::name_in(theme, call.language)});
  return fields.select("theme", "signals.how.theme", std::move(choices), chosen, true);
}

}  // namespace wijktafel::signals
