#include "capabilities/safety_net/reads/broken_rules.hpp"

#include <algorithm>

#include "capabilities/places/places.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::safety_net {
namespace {

bool holds_in(db::Transaction& tx, const std::string& area, const std::vector<std::string>& lineage) {
  if (lineage.empty() || std::ranges::find(lineage, area) != lineage.end()) return true;
  const auto above = places::lineage_of(tx, area);
  return std::ranges::find(above, lineage.front()) != above.end();
}

}  // namespace

std::vector<ShownBroken> shown_broken(const web::Call& call, db::Transaction& tx,
                                      const std::vector<std::string>& lineage) {
  std::vector<ShownBroken> all;
  for (auto& rule : store::broken_rules(tx)) {
    if (!holds_in(tx, rule.area, lineage)) continue;
    const auto area = places::find_area(tx, rule.area);
    ShownBroken shown{.rule = std::move(rule), .theme_name = {}, .area_name = {}};
    shown.area_name = area ? area->name : shown.rule.area;
    shown.theme_name = themes::name_of(tx, shown.rule.theme, call.language);
    all.push_back(std::move(shown));
  }
  return all;
}

}  // namespace wijktafel::safety_net
