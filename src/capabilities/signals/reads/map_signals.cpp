#include "capabilities/signals/reads/map_signals.hpp"

#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {

MapSignals map_signals(db::Transaction& tx, std::string_view area, const std::optional<geo::Box>& box) {
  MapSignals found;
  found.signals = store::open_on_map(tx, area, box, map_most + 1);
  if (found.signals.size() > map_most) {
    found.signals.resize(map_most);
    found.is_complete = false;
  }
  for (const auto& theme : themes::all_themes(tx))
    found.themes[theme.key] = themes::name_in(theme, i18n::Language::nl);
  return found;
}

}  // namespace wijktafel::signals
