#include "capabilities/walks/reads/point_line.hpp"

#include "capabilities/themes/themes.hpp"
#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {

std::optional<std::string> where_of(const Point& point, const std::string& theme) {
  std::string line = point.place_words;
  if (!theme.empty()) line += (line.empty() ? "" : " · ") + theme;
  if (line.empty()) return std::nullopt;
  return line;
}

std::string point_for_mail(i18n::Language language) {
  return "walk_point_" + std::string(i18n::code(language));
}

std::optional<std::string> point_line(db::Transaction& tx, i18n::Language language, std::int64_t id) {
  const auto point = store::find_point(tx, PointId{id});
  if (!point || point->text.empty()) return std::nullopt;
  for (const auto& led_to : {point->signal, point->commitment}) {
    const auto item = led_to ? items::find(tx, *led_to) : std::nullopt;
    if (led_to && (!item || item->visibility != items::Visibility::everyone)) return std::nullopt;
  }
  const auto where = where_of(*point, themes::name_of(tx, point->theme, language));
  return point->text + (where ? " (" + *where + ")" : "");
}

}  // namespace wijktafel::walks
