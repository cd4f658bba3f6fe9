#include "capabilities/signals/reads/theme_choice.hpp"

#include <algorithm>

#include "capabilities/signals/theme_words.hpp"

namespace wijktafel::signals {

const themes::Theme* ThemeChoice::find(std::string_view key) const {
  const auto found = std::ranges::find(themes, key, &themes::Theme::key);
  return found == themes.end() ? nullptr : &*found;
}

ThemeChoice theme_choice(db::Transaction& tx, std::string_view text) {
  ThemeChoice choice{
      .themes = themes::list_themes(tx), .proposed = {}, .about_behaviour = is_about_behaviour(text)};
  choice.proposed = recognised_theme(choice.themes, text);
  return choice;
}

}  // namespace wijktafel::signals
