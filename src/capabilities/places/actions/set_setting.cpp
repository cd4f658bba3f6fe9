#include "capabilities/places/actions/set_setting.hpp"

#include <algorithm>

#include "capabilities/places/store.hpp"

namespace wijktafel::places {

Result<std::monostate, SetSettingRefusal> set_setting(db::Transaction& tx, const Clock& clock,
                                                      const identity::Actor& actor,
                                                      std::span<const web::Setting> declared,
                                                      const SetSetting& change) {
  const auto setting = std::ranges::find(declared, change.name, &web::Setting::name);
  if (setting == declared.end()) return std::unexpected(UnknownSetting{change.name});
  if (!fits(*setting, change.value))
    return std::unexpected(ValueDoesNotFit{change.name, setting->type, change.value});
  if (!store::find(tx, change.area)) return std::unexpected(UnknownArea{change.area});
  if (!actor.is_system && change.valid_from < clock.today())
    return std::unexpected(StartsInThePast{clock.today()});

  store::add_setting(tx, clock.now(), change.area, change.name, change.value, change.valid_from,
                     actor.person);
  // Whatever lies inside inherits it.
  for (const auto& area : store::all(tx)) {
    const auto lineage = lineage_of(tx, area.key);
    if (std::ranges::find(lineage, change.area) != lineage.end()) tx.touch(area.key);
  }
  return std::monostate{};
}

}  // namespace wijktafel::places
