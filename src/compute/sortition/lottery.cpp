#include "compute/sortition/lottery.hpp"

#include <algorithm>
#include <cmath>

#include "compute/sortition/panel_table.hpp"

namespace wijktafel::sortition {
namespace {

// How often each panel of the plan comes: floor(size x chance), and the places that are left.
std::vector<std::size_t> whole_places(const Plan& plan, std::size_t size) {
  std::vector<std::size_t> places;
  std::size_t left = size;
  for (const auto& [panel, chance] : plan.panels) {
    const double wanted = std::floor(std::clamp(chance, 0.0, 1.0) * static_cast<double>(size));
    places.push_back(std::min(left, static_cast<std::size_t>(wanted)));
    left -= places.back();
  }
  return places;
}

// Which panels get the places that are left, chosen one by one: the panel that brings the totals of the
// kinds closest to what is expected, in squares, each kind weighted by its number of people. A panel may be
// chosen again once all others have been.
std::vector<std::size_t> last_places(const Plan& plan, const Kinds& kinds,
                                     const std::vector<std::size_t>& places, std::size_t size) {
  std::vector<double> missing;
  missing.reserve(kinds.list.size());
  for (const auto& kind : kinds.list) missing.push_back(kind.expected * static_cast<double>(size));
  std::size_t left = size;
  for (std::size_t i = 0; i < places.size(); ++i) {
    left -= places[i];
    for (const auto member : plan.panels[i].panel)
      missing[kinds.of_person[member]] -= static_cast<double>(places[i]);
  }
  std::vector<std::size_t> chosen;
  std::vector<std::size_t> times(plan.panels.size());
  for (; left > 0; --left) {
    std::size_t best = 0;
    double most = -INFINITY;
    for (std::size_t i = 0; i < plan.panels.size(); ++i) {
      if (times[i] > chosen.size() / plan.panels.size()) continue;
      double gain = 0;
      for (const auto member : plan.panels[i].panel) {
        const auto kind = kinds.of_person[member];
        gain += missing[kind] / static_cast<double>(kinds.list[kind].people.size());
      }
      if (gain > most) best = i, most = gain;
    }
    chosen.push_back(best);
    ++times[best];
    for (const auto member : plan.panels[best].panel) --missing[kinds.of_person[member]];
  }
  return chosen;
}

// Gives the places of each kind to its people in turn.
class Turns {
 public:
  explicit Turns(const Kinds& kinds) : kinds_(&kinds), next_(kinds.list.size()) {}

  Panel panel(std::span<const std::uint32_t> members) {
    Panel panel;
    for (std::size_t kind = 0; kind < members.size(); ++kind) {
      const auto& people = kinds_->list[kind].people;
      for (std::uint32_t i = 0; i < members[kind]; ++i) {
        panel.push_back(people[next_[kind]]);
        next_[kind] = (next_[kind] + 1) % people.size();
      }
    }
    std::ranges::sort(panel);
    return panel;
  }

 private:
  const Kinds* kinds_;
  std::vector<std::size_t> next_;
};

void measure(const Pool& pool, const Plan& plan, Lottery& lottery) {
  const auto size = static_cast<double>(lottery.panels.size());
  lottery.counts.assign(pool.people.size(), 0);
  for (const auto& panel : lottery.panels)
    for (const auto member : panel) ++lottery.counts[member];
  std::vector<double> features(pool.features.size());
  for (std::size_t i = 0; i < pool.people.size(); ++i) {
    const double deviation = static_cast<double>(lottery.counts[i]) - size * plan.chances[i];
    lottery.person_deviation = std::max(lottery.person_deviation, std::abs(deviation));
    for (const auto feature : pool.people[i].features) features[feature] += deviation;
  }
  for (const double deviation : features)
    lottery.feature_deviation = std::max(lottery.feature_deviation, std::abs(deviation));
}

}  // namespace

Lottery make_lottery(const Pool& pool, const Plan& plan, std::size_t size) {
  Lottery lottery;
  if (plan.panels.empty()) return lottery;
  const Kinds kinds = kinds_for_lottery(pool, plan.chances, size);
  auto places = whole_places(plan, size);
  PanelTable table(pool, kinds);
  for (const auto panel : last_places(plan, kinds, places, size)) table.add_open(plan.panels[panel].panel);
  // One copy of every other panel may be changed too.
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i] == 0) continue;
    table.add_open(plan.panels[i].panel);
    table.add_fixed(plan.panels[i].panel, static_cast<std::int64_t>(--places[i]));
  }
  table.balance();
  Turns turns(kinds);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto members = table.counted(plan.panels[i].panel);
    for (std::size_t time = 0; time < places[i]; ++time) lottery.panels.push_back(turns.panel(members));
  }
  for (std::size_t i = 0; i < table.open_panels(); ++i)
    lottery.panels.push_back(turns.panel(table.members(i)));
  std::ranges::sort(lottery.panels);
  measure(pool, plan, lottery);
  return lottery;
}

}  // namespace wijktafel::sortition
