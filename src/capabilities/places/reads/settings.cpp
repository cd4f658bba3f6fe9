#include "capabilities/places/reads/settings.hpp"

#include "capabilities/places/store.hpp"

namespace wijktafel::places {

std::vector<StandingSetting> standing_settings(db::Transaction& tx, std::span<const web::Setting> declared,
                                               std::string_view area, Date on) {
  const auto lineage = lineage_of(tx, area);
  std::vector<StandingSetting> all;
  all.reserve(declared.size());
  for (const auto& setting : declared) {
    StandingSetting standing{
        .name = setting.name, .type = setting.type, .value = setting.otherwise, .from = {}};
    for (const auto& key : lineage) {
      auto value = store::setting(tx, key, setting.name, on);
      if (!value) continue;
      standing.value = std::move(*value);
      const auto where = find_area(tx, key);
      standing.from = where ? where->name : key;
      break;
    }
    all.push_back(std::move(standing));
  }
  return all;
}

}  // namespace wijktafel::places
