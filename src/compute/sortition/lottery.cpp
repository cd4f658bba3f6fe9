#include "compute/sortition/lottery.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "compute/sortition/lottery_rest.hpp"
#include "compute/sortition/panel_table.hpp"

namespace wijktafel::sortition {
namespace {

// How many copies of each panel may be changed: more give more ways, and take longer.
constexpr std::array<std::size_t, 2> kOpenCopies{2, 8};
constexpr std::array<std::size_t, 4> kCopiesMadeAnew{0, 2, 8, 32};
constexpr double kRounding = 1e-9;  // of a sum of chances

// A panel as numbers of each kind, and its chance in the plan.
struct Mixture {
  std::vector<std::uint32_t> members;
  double chance = 0;
};

// Panels of the plan that differ only in who of a kind takes part are one, in the order of the plan.
std::vector<Mixture> mixtures_of(const Plan& plan, const PanelTable& table) {
  std::vector<Mixture> mixtures;
  std::map<std::vector<std::uint32_t>, std::size_t> known;
  for (const auto& [panel, chance] : plan.panels) {
    auto members = table.counted(panel);
    const auto [at, is_new] = known.try_emplace(members, mixtures.size());
    if (is_new) mixtures.push_back({.members = std::move(members), .chance = 0});
    mixtures[at->second].chance += chance;
  }
  return mixtures;
}

// How often each of them comes: floor(size x chance), and the places that are left.
std::vector<std::size_t> whole_places(const std::vector<Mixture>& mixtures, std::size_t size) {
  std::vector<std::size_t> places;
  std::size_t left = size;
  for (const auto& mixture : mixtures) {
    const double wanted = std::floor(std::clamp(mixture.chance, 0.0, 1.0) * static_cast<double>(size));
    places.push_back(std::min(left, static_cast<std::size_t>(wanted)));
    left -= places.back();
  }
  return places;
}

// Which of them get the places that are left, chosen one by one: what brings the totals of the kinds closest
// to what is expected, in squares, each kind weighted by its number of people. One may be chosen again once
// all others have been.
std::vector<std::size_t> last_places(const std::vector<Mixture>& mixtures, const Kinds& kinds,
                                     const std::vector<std::size_t>& places, std::size_t size) {
  std::vector<double> missing;
  missing.reserve(kinds.list.size());
  for (const auto& kind : kinds.list) missing.push_back(kind.expected * static_cast<double>(size));
  const auto take = [&](std::size_t mixture, std::size_t times) {
    for (std::size_t kind = 0; kind < missing.size(); ++kind)
      missing[kind] -= static_cast<double>(times) * mixtures[mixture].members[kind];
  };
  std::size_t left = size;
  for (std::size_t i = 0; i < places.size(); ++i) {
    left -= places[i];
    take(i, places[i]);
  }
  std::vector<std::size_t> chosen, times(mixtures.size());
  for (; left > 0; --left) {
    std::size_t best = 0;
    double most = -INFINITY;
    for (std::size_t i = 0; i < mixtures.size(); ++i) {
      if (times[i] > chosen.size() / mixtures.size()) continue;
      double gain = 0;
      for (std::size_t kind = 0; kind < missing.size(); ++kind) {
        const double members = mixtures[i].members[kind];
        if (members == 0) continue;
        gain += members * (missing[kind] - members / 2) / static_cast<double>(kinds.list[kind].people.size());
      }
      if (gain > most) best = i, most = gain;
    }
    chosen.push_back(best);
    ++times[best];
    take(best, 1);
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

// Who sits in the panels: `places` times each mixture, and these.
Lottery dealt(const Pool& pool, const Plan& plan, const Kinds& kinds, const std::vector<Mixture>& mixtures,
              const std::vector<std::size_t>& places, const std::vector<std::vector<std::uint32_t>>& others) {
  Lottery lottery;
  Turns turns(kinds);
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t time = 0; time < places[i]; ++time)
      lottery.panels.push_back(turns.panel(mixtures[i].members));
  for (const auto& members : others) lottery.panels.push_back(turns.panel(members));
  std::ranges::sort(lottery.panels);
  measure(pool, plan, lottery);
  return lottery;
}

// A lottery in which so many copies of each panel may be changed by exchanges.
Lottery balanced(const Pool& pool, const Plan& plan, const Kinds& kinds, std::size_t size,
                 std::size_t open_copies) {
  PanelTable table(pool, kinds);
  const auto mixtures = mixtures_of(plan, table);
  auto places = whole_places(mixtures, size);
  for (const auto chosen : last_places(mixtures, kinds, places, size))
    table.add_open(mixtures[chosen].members);
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t copy = 0; copy < open_copies && places[i] > 0; ++copy, --places[i])
      table.add_open(mixtures[i].members);
    table.add_fixed(mixtures[i].members, static_cast<std::int64_t>(places[i]));
  }
  table.balance();
  std::vector<std::vector<std::uint32_t>> others;
  for (std::size_t i = 0; i < table.open_panels(); ++i) {
    const auto members = table.members(i);
    others.emplace_back(members.begin(), members.end());
  }
  return dealt(pool, plan, kinds, mixtures, places, others);
}

// A lottery in which the last panels, and so many copies of each panel, are made from whole totals. Nothing:
// the search for them ended early.
std::optional<Lottery> made_anew(const Pool& pool, const Plan& plan, const Kinds& kinds, std::size_t size,
                                 std::size_t copies) {
  const auto mixtures = mixtures_of(plan, PanelTable(pool, kinds));
  auto places = whole_places(mixtures, size);
  std::vector<std::int64_t> fixed(kinds.list.size());
  std::size_t count = size;
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[i] -= std::min(copies, places[i]);
    count -= places[i];
    for (std::size_t kind = 0; kind < fixed.size(); ++kind)
      fixed[kind] += static_cast<std::int64_t>(places[i]) * mixtures[i].members[kind];
  }
  const auto panels = panels_for_rest(pool, kinds, fixed, count, size);
  if (panels.size() < count) return std::nullopt;
  return dealt(pool, plan, kinds, mixtures, places, panels);
}

bool is_kept(const Lottery& lottery) {
  return lottery.person_deviation <= 1 && lottery.feature_deviation <= 1 + kRounding;
}

}  // namespace

Lottery make_lottery(const Pool& pool, const Plan& plan, std::size_t size) {
  if (plan.panels.empty()) return {};
  const Kinds kinds = kinds_for_lottery(pool, plan.chances, size);
  std::optional<Lottery> best;
  const auto consider = [&best](Lottery next) {
    const auto worst = [](const Lottery& lottery) {
      return std::pair(std::max(1.0, lottery.person_deviation), lottery.feature_deviation);
    };
    if (!best || worst(next) < worst(*best)) best = std::move(next);
    return is_kept(*best);
  };
  for (const auto copies : kCopiesMadeAnew)
    if (auto lottery = made_anew(pool, plan, kinds, size, copies); lottery && consider(std::move(*lottery)))
      return *best;
  for (const auto copies : kOpenCopies)
    if (consider(balanced(pool, plan, kinds, size, copies))) break;
  return *best;
}

}  // namespace wijktafel::sortition
