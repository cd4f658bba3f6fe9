#include "compute/sortition/covering.hpp"

namespace wijktafel::sortition {
namespace {

constexpr std::size_t kShortSearch = 300;  // nodes

}  // namespace

std::vector<TypeCounts> covering_panels(const Types& types, Pricing& pricing,
                                        const std::function<bool()>& go_on) {
  std::vector<TypeCounts> panels;
  std::vector<double> uncovered(types.size(), 1.0);
  while (true) {
    // Any panel with one new type will do; only that there is none must be proved.
    auto priced = pricing.best(uncovered, {.enough = 0.5, .go_on = go_on});
    if (priced.counts.empty() || priced.value < 0.5) return panels;
    for (std::size_t t = 0; t < types.size(); ++t)
      if (priced.counts[t] > 0) uncovered[t] = 0;
    panels.push_back(std::move(priced.counts));
  }
}

std::vector<TypePanel> equally_likely(const std::vector<TypeCounts>& panels) {
  std::vector<TypePanel> mixed;
  mixed.reserve(panels.size());
  for (const auto& panel : panels)
    mixed.push_back({.counts = panel, .chance = 1 / static_cast<double>(panels.size())});
  return mixed;
}

std::vector<TypeIndex> types_in(const std::vector<TypeCounts>& panels, std::size_t types) {
  std::vector<TypeIndex> held;
  for (TypeIndex t = 0; t < types; ++t)
    for (const auto& panel : panels) {
      if (panel[t] == 0) continue;
      held.push_back(t);
      break;
    }
  return held;
}

Priced price(Pricing& pricing, std::span<const double> prices, double worth,
             const std::function<bool()>& go_on) {
  auto priced = pricing.best(prices, {.beat = worth, .nodes = kShortSearch, .go_on = go_on});
  if (priced.is_proved || !priced.counts.empty()) return priced;
  return pricing.best(prices, {.beat = worth, .go_on = go_on});
}

}  // namespace wijktafel::sortition
