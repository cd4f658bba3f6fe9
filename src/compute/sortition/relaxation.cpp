#include "compute/sortition/relaxation.hpp"

#include <algorithm>
#include <utility>

namespace wijktafel::sortition {
namespace {

double price_of_lowering(const Feature& feature) {
  return feature.minimum == 0 ? 1 : 1 + 2 / static_cast<double>(feature.minimum);
}

QuotaPrices prices(const Pool& pool, bool keeps_to_limits) {
  QuotaPrices prices;
  for (const auto& feature : pool.features) {
    prices.minimum.push_back(price_of_lowering(feature));
    prices.maximum.push_back(1);
    prices.lowest.push_back(keeps_to_limits ? feature.lowest_minimum.value_or(0) : 0);
    // More than the whole panel is no limit.
    const auto highest = std::max(feature.maximum, pool.panel_size);
    prices.highest.push_back(keeps_to_limits ? std::min(feature.highest_maximum.value_or(highest), highest)
                                             : highest);
  }
  return prices;
}

}  // namespace

std::optional<Clash> find_clash(const Pool& pool, const Completion& completion) {
  auto asked = AskedQuotas::all(pool);
  const auto possible = completion.is_possible(asked);
  if (possible == Possible::yes) return std::nullopt;
  Clash clash;
  clash.is_certain = possible == Possible::no;
  // What cannot bind is left out first: it costs nothing.
  for (std::size_t f = 0; f < pool.features.size(); ++f) {
    if (pool.features[f].minimum == 0) asked.minima[f] = false;
    if (pool.features[f].maximum >= pool.panel_size) asked.maxima[f] = false;
  }
  for (std::size_t f = 0; f < pool.features.size(); ++f)
    for (auto* quotas : {&asked.minima, &asked.maxima}) {
      if (!(*quotas)[f]) continue;
      (*quotas)[f] = false;
      // One search without an answer at the whole is enough: the parts are no easier.
      const auto without = clash.is_certain ? completion.is_possible(asked) : Possible::unsettled;
      if (without != Possible::no) (*quotas)[f] = true;
      if (without == Possible::unsettled) clash.is_smallest = false;
    }
  for (std::size_t f = 0; f < pool.features.size(); ++f) {
    if (asked.minima[f]) clash.quotas.push_back({static_cast<FeatureIndex>(f), true});
    if (asked.maxima[f]) clash.quotas.push_back({static_cast<FeatureIndex>(f), false});
  }
  return clash;
}

std::optional<Relaxation> relax_quotas(const Pool& pool) {
  return relax_quotas(pool, Completion(pool, {}, everybody(pool)));
}

std::optional<Relaxation> relax_quotas(const Pool& pool, const Completion& completion) {
  Relaxation relaxation;
  auto found = completion.relax(prices(pool, true));
  relaxation.is_smallest = found.is_cheapest;
  if (found.is_possible != Possible::yes) {
    relaxation.is_within_limits = false;
    found = completion.relax(prices(pool, false));
    relaxation.is_smallest &= found.is_cheapest;
  }
  if (found.is_possible == Possible::no) return std::nullopt;
  relaxation.changes = std::move(found.changes);
  for (const auto& change : relaxation.changes)
    relaxation.price += change.is_minimum ? price_of_lowering(pool.features[change.feature]) *
                                                static_cast<double>(change.from - change.to)
                                          : static_cast<double>(change.to - change.from);
  return relaxation;
}

Pool relaxed(Pool pool, const std::vector<QuotaChange>& changes) {
  for (const auto& change : changes) {
    auto& feature = pool.features[change.feature];
    (change.is_minimum ? feature.minimum : feature.maximum) = change.to;
    if (feature.lowest_minimum) feature.lowest_minimum = std::min(*feature.lowest_minimum, feature.minimum);
    if (feature.highest_maximum)
      feature.highest_maximum = std::max(*feature.highest_maximum, feature.maximum);
  }
  return pool;
}

}  // namespace wijktafel::sortition
