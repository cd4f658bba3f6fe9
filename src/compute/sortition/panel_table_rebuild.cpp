// Where single exchanges end: a whole panel is made anew, as an integer programme.
#include <algorithm>
#include <array>
#include <limits>

#include "compute/sortition/panel_table.hpp"
#include "compute/sortition/pricing.hpp"

namespace wijktafel::sortition {
namespace {

// Times a panel is remade, over the number of kinds: larger programmes take longer.
constexpr std::size_t kMostWholePanels = 300'000;
constexpr std::size_t kMostHelps = 30'000;
constexpr std::size_t kNodes = 60;
constexpr double kFeature = 0.5;  // worth of a member with a feature that is short, or has too many
constexpr double kHelp = 4;       // worth of one kind against that of the others, when it must be helped

// Members of a kind that help, then those that do no harm, then those that do: one type each, so that a
// linear worth says how far the total is outside its window.
struct Segments {
  Types types;
  std::vector<double> worth;
  std::vector<std::size_t> kind_of;

  void add(const Kind& kind, std::size_t index, std::int64_t total) {
    const auto most = static_cast<std::int64_t>(kind.people.size());
    const auto helps = std::clamp<std::int64_t>(kind.window.lowest - total, 0, most);
    const auto harmless = std::clamp<std::int64_t>(kind.window.highest - total, helps, most);
    const std::array lengths{helps, harmless - helps, most - harmless};
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      if (lengths[i] == 0) continue;
      types.types.push_back({.features = kind.features, .people = {}, .most = lengths[i]});
      worth.push_back(1.0 - static_cast<double>(i));
      kind_of.push_back(index);
    }
  }
};

void add_rows(const Pool& pool, const Kinds& kinds, Segments& segments) {
  auto& rows = segments.types.rows;
  rows.push_back({.types = {}, .minimum = pool.panel_size, .maximum = pool.panel_size});
  for (const auto& feature : pool.features)
    rows.push_back({.types = {}, .minimum = feature.minimum, .maximum = feature.maximum});
  rows.resize(rows.size() + kinds.households, {.types = {}, .minimum = 0, .maximum = pool.per_household});
  for (TypeIndex t = 0; t < segments.types.size(); ++t) {
    const auto& kind = kinds.list[segments.kind_of[t]];
    rows[0].types.push_back(t);
    for (const auto feature : kind.features) rows[1 + feature].types.push_back(t);
    if (kind.household) rows[1 + pool.features.size() + *kind.household].types.push_back(t);
  }
}

Segments segments_of(const Pool& pool, const Kinds& kinds, std::span<const std::int64_t> totals,
                     std::span<const std::int64_t> features, std::span<const std::uint32_t> members) {
  Segments segments;
  for (std::size_t kind = 0; kind < kinds.list.size(); ++kind)
    segments.add(kinds.list[kind], kind, totals[kind] - members[kind]);
  for (std::size_t t = 0; t < segments.worth.size(); ++t)
    for (const auto feature : kinds.list[segments.kind_of[t]].features) {
      const auto& window = kinds.feature_windows[feature];
      if (features[feature] < window.lowest) segments.worth[t] += kFeature;
      if (features[feature] > window.highest) segments.worth[t] -= kFeature;
    }
  add_rows(pool, kinds, segments);
  return segments;
}

std::optional<std::vector<std::uint32_t>> best_of(const Segments& segments, std::size_t kinds, double beat) {
  const auto priced =
      Pricing(segments.types).best(segments.worth, {.beat = beat, .nodes = kNodes, .go_on = {}});
  if (priced.counts.empty()) return std::nullopt;
  std::vector<std::uint32_t> members(kinds);
  for (std::size_t t = 0; t < priced.counts.size(); ++t)
    members[segments.kind_of[t]] += static_cast<std::uint32_t>(priced.counts[t]);
  return members;
}

}  // namespace

// A panel in place of this one with which fewer totals are outside their windows, if a short search finds
// one.
std::optional<std::vector<std::uint32_t>> PanelTable::better_panel(const OpenPanel& panel) const {
  const auto segments = segments_of(*pool_, *kinds_, kind_totals_, feature_totals_, panel.kinds);
  double now = 0;
  std::vector<std::int64_t> left(panel.kinds.begin(), panel.kinds.end());
  for (std::size_t t = 0; t < segments.worth.size(); ++t) {
    const auto taken = std::min(left[segments.kind_of[t]], segments.types.types[t].most);
    left[segments.kind_of[t]] -= taken;
    now += segments.worth[t] * static_cast<double>(taken);
  }
  return best_of(segments, kinds_->list.size(), now + kFeature - 1e-6);
}

// A panel in place of this one that helps one kind, at the least cost to the others.
std::optional<std::vector<std::uint32_t>> PanelTable::panel_for(const OpenPanel& panel,
                                                                std::size_t kind) const {
  auto segments = segments_of(*pool_, *kinds_, kind_totals_, feature_totals_, panel.kinds);
  for (std::size_t t = 0; t < segments.worth.size(); ++t)
    if (segments.kind_of[t] == kind) segments.worth[t] *= kHelp;
  auto kinds = best_of(segments, kinds_->list.size(), -std::numeric_limits<double>::infinity());
  const auto total = kind_totals_[kind];
  const auto& window = kinds_->list[kind].window;
  if (kinds && window.distance(total - panel.kinds[kind] + (*kinds)[kind]) < window.distance(total))
    return kinds;
  return std::nullopt;
}

void PanelTable::replace(OpenPanel& panel, std::span<const std::uint32_t> kinds) {
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    const auto change = static_cast<std::int64_t>(kinds[kind]) - panel.kinds[kind];
    if (change == 0) continue;
    kind_totals_[kind] += change;
    for (const auto feature : kinds_->list[kind].features) {
      panel.features[feature] += change;
      feature_totals_[feature] += change;
    }
    if (kinds_->list[kind].household) panel.households[*kinds_->list[kind].household] += change;
  }
  panel.kinds.assign(kinds.begin(), kinds.end());
  violation_ = violation_now();
}

// Tries the panels one after the other; gives true as soon as one was changed for the better.
bool PanelTable::change_whole_panel() {
  for (std::size_t i = 0; i < panels_.size() && whole_panels_ < kMostWholePanels / kinds_->list.size();
       ++i, ++whole_panels_) {
    auto& panel = panels_[(cursor_panel_ + i) % panels_.size()];
    const auto kinds = better_panel(panel);
    if (!kinds) continue;
    const auto before = panel.kinds;
    replace(panel, *kinds);
    if (violation_ < least_violation_) {
      least_violation_ = violation_;
      cursor_panel_ += i;
      return true;
    }
    replace(panel, before);
  }
  return false;
}

// Remakes a panel for one kind although that is worse for others, and lets exchanges mend those. What is no
// worse in the end stays, so that the search moves on.
bool PanelTable::help_one_kind() {
  while (helps_ < kMostHelps / kinds_->list.size()) {
    const auto kind = next_violated_kind();
    if (!kind) return false;
    const auto at = (cursor_panel_ + 7 * helps_++) % panels_.size();
    const auto kinds = panel_for(panels_[at], *kind);
    if (!kinds) continue;
    const auto before = *this;
    replace(panels_[at], *kinds);
    least_violation_ = violation_;
    take_steps();
    if (violation_ < before.violation_) return true;
    if (violation_ == before.violation_) continue;
    const auto helps = helps_;
    *this = before;
    helps_ = helps;
  }
  return false;
}

}  // namespace wijktafel::sortition
