#include "compute/sortition/households.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "base/result.hpp"
#include "compute/sortition/turns.hpp"

namespace wijktafel::sortition {

namespace {

// People who take turns with one another: a type, or those of a type in one household.
struct Group {
  std::span<const PersonIndex> people;
  std::vector<std::int64_t> seats;  // per period
};

struct Periods {
  std::vector<std::size_t> panel;  // place in the panels over types
  std::vector<std::int64_t> lasts;
  std::vector<std::int64_t> begins;  // within the panel
};

// Households of a kind change places within a panel, each place equally long: the panel is cut in as many
// parts as there are households.
Periods cut_for_households(const Types& types, std::span<const TypePanel> panels,
                           const std::vector<std::int64_t>& units) {
  Periods periods;
  for (std::size_t j = 0; j < panels.size(); ++j) {
    std::vector<std::int64_t> cuts{0};
    for (const auto& kind : types.kinds) {
      if (std::ranges::all_of(kind.types, [&](auto t) { return panels[j].counts[t] == 0; })) continue;
      const auto parts = static_cast<std::int64_t>(kind.households.size());
      for (std::int64_t part = 1; part < parts; ++part)
        cuts.push_back(units[j] / parts * part + units[j] % parts * part / parts);
    }
    std::ranges::sort(cuts);
    cuts.erase(std::ranges::unique(cuts).begin(), cuts.end());
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      const auto end = i + 1 < cuts.size() ? cuts[i + 1] : units[j];
      if (end <= cuts[i]) continue;
      periods.panel.push_back(j);
      periods.begins.push_back(cuts[i]);
      periods.lasts.push_back(end - cuts[i]);
    }
  }
  return periods;
}

// How many of each of its types each household of a kind gives: dealt round, so that no two households
// differ by more than one, of a type and in all.
std::vector<std::vector<std::int64_t>> dealt_round(const HouseholdKind& kind, const TypeCounts& counts) {
  std::vector<std::vector<std::int64_t>> dealt(kind.households.size(),
                                               std::vector<std::int64_t>(kind.types.size()));
  std::size_t at = 0;
  for (std::size_t k = 0; k < kind.types.size(); ++k)
    for (std::int64_t left = counts[kind.types[k]]; left > 0; --left) {
      ++dealt[at][k];
      at = (at + 1) % dealt.size();
    }
  return dealt;
}

void add_households(const HouseholdKind& kind, std::span<const TypePanel> panels,
                    const std::vector<std::int64_t>& units, const Periods& periods,
                    std::vector<Group>& groups) {
  const auto count = kind.households.size(), first = groups.size();
  for (const auto& household : kind.households)
    for (const auto& members : household) groups.push_back({members, {}});
  std::size_t known = panels.size();
  std::vector<std::vector<std::int64_t>> dealt;
  for (std::size_t p = 0; p < periods.panel.size(); ++p) {
    const auto j = periods.panel[p];
    if (std::exchange(known, j) != j) dealt = dealt_round(kind, panels[j].counts);
    // The part of the panel in which this period lies, as cut_for_households cuts it.
    const auto parts = static_cast<std::int64_t>(count);
    std::int64_t part = parts - 1;
    while (part > 0 && units[j] / parts * part + units[j] % parts * part / parts > periods.begins[p]) --part;
    for (std::size_t h = 0; h < count; ++h)
      for (std::size_t k = 0; k < kind.types.size(); ++k)
        groups[first + h * kind.types.size() + k].seats.push_back(
            dealt[(h + static_cast<std::size_t>(part)) % count][k]);
  }
}

std::vector<Group> groups_of(const Types& types, std::span<const TypePanel> panels,
                             const std::vector<std::int64_t>& units, const Periods& periods) {
  std::vector<Group> groups;
  std::vector<bool> in_kind(types.size());
  for (const auto& kind : types.kinds) {
    for (const auto t : kind.types) in_kind[t] = true;
    add_households(kind, panels, units, periods, groups);
  }
  for (std::size_t t = 0; t < types.size(); ++t) {
    if (in_kind[t]) continue;
    auto& group = groups.emplace_back(Group{types.types[t].people, {}});
    for (const auto j : periods.panel) group.seats.push_back(panels[j].counts[t]);
  }
  return groups;
}

// Puts the turns of all groups in one period together: a panel for each stretch in which nothing changes.
void put_together(const std::vector<Group>& groups, const std::vector<std::vector<std::vector<Turn>>>& turns,
                  std::size_t period, std::int64_t lasts, std::map<Panel, std::int64_t>& dealt) {
  std::vector<std::int64_t> cuts{lasts};
  for (const auto& of_group : turns)
    for (const auto& turn : of_group[period]) cuts.push_back(turn.begin);
  std::ranges::sort(cuts);
  cuts.erase(std::ranges::unique(cuts).begin(), cuts.end());
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    Panel panel;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto& of_group = turns[g][period];
      const auto next = std::ranges::upper_bound(of_group, cuts[i], {}, &Turn::begin);
      for (const auto member : std::prev(next)->members) panel.push_back(groups[g].people[member]);
    }
    std::ranges::sort(panel);
    dealt[std::move(panel)] += cuts[i + 1] - cuts[i];
  }
}

}  // namespace

std::vector<std::int64_t> units_of_chances(std::span<const TypePanel> panels) {
  double sum = 0;
  for (const auto& panel : panels) sum += std::max(panel.chance, 0.0);
  WIJKTAFEL_ASSERT(sum > 0, "a draw has a panel with a chance");
  std::vector<std::int64_t> units;
  std::vector<double> rests;
  for (const auto& panel : panels) {
    const double exact = std::max(panel.chance, 0.0) / sum * static_cast<double>(whole);
    units.push_back(static_cast<std::int64_t>(exact));
    rests.push_back(exact - static_cast<double>(units.back()));
  }
  std::vector<std::size_t> order(units.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](auto a, auto b) { return rests[a] > rests[b]; });
  auto missing = whole - std::accumulate(units.begin(), units.end(), std::int64_t{0});
  // Rounding in the division can make the sum a few units too large or too small.
  for (std::size_t i = 0; missing != 0; i = (i + 1) % order.size()) {
    auto& unit = units[order[i]];
    if (unit == 0 && missing < 0) continue;
    unit += missing > 0 ? 1 : -1;
    missing += missing > 0 ? -1 : 1;
  }
  return units;
}

std::vector<DealtPanel> deal_to_people(const Types& types, std::span<const TypePanel> panels) {
  const auto units = units_of_chances(panels);
  const auto periods = cut_for_households(types, panels, units);
  const auto groups = groups_of(types, panels, units, periods);
  std::vector<std::vector<std::vector<Turn>>> turns;
  turns.reserve(groups.size());
  for (const auto& group : groups)
    turns.push_back(take_turns(static_cast<std::uint32_t>(group.people.size()), group.seats, periods.lasts));
  std::map<Panel, std::int64_t> dealt;
  for (std::size_t p = 0; p < periods.panel.size(); ++p)
    put_together(groups, turns, p, periods.lasts[p], dealt);
  std::vector<DealtPanel> result;
  result.reserve(dealt.size());
  for (auto& [panel, lasts] : dealt) result.push_back({panel, lasts});
  return result;
}

}  // namespace wijktafel::sortition
