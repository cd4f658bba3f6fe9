#include "compute/budgeting/optimum.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "compute/budgeting/density.hpp"

namespace wijktafel::budgeting {
namespace {

// A choice of the first plans that no other choice of them beats: none is as cheap and as useful.
struct State {
  Money cost = 0;
  std::uint32_t step = 0;  // the last plan it took
  UnsignedWide utility = 0;
};
// Plan `item` after those of `before`. Items go up along a choice.
struct Step {
  std::uint32_t before;
  std::uint32_t item;
};
struct Item {
  ProjectIndex project;
  Money cost;
  UnsignedWide utility;
};

class Knapsack {
 public:
  Knapsack(const TieOrder& ties, std::vector<Item> items, Money budget, OptimumSize size)
      : ties_(ties), items_(std::move(items)), budget_(budget), size_(size) {}

  Result<Outcome, NoCount> solve();

 private:
  static constexpr std::uint32_t nothing = 0;  // the step of the empty choice

  bool decide(std::uint32_t item);
  void keep(std::vector<State>& kept, State state);
  bool goes_first(State& left, State& right);
  void prune(std::uint32_t next);
  void find_lower_bound();
  Outcome outcome(const State& best) const;

  const TieOrder& ties_;
  std::vector<Item> items_;  // most utility per cost first
  Money budget_;
  OptimumSize size_;
  UnsignedWide certain_ = 0;   // some choice has this much utility
  std::vector<State> states_;  // cost and utility both go up
  std::vector<Step> steps_ = {{nothing, 0}};
  struct Equal {
    std::uint32_t step;
    ProjectIndex ours;
    ProjectIndex theirs;
  };
  std::vector<Equal> equals_;
};

// What greedy choices give, from each first plan on.
void Knapsack::find_lower_bound() {
  for (std::size_t first = 0; first < items_.size(); ++first) {
    Money left = budget_;
    UnsignedWide utility = 0;
    const auto take = [&](const Item& item) {
      if (item.cost > left) return;
      left -= item.cost;
      utility += item.utility;
    };
    take(items_[first]);
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (i != first) take(items_[i]);
    certain_ = std::max(certain_, utility);
  }
}

// Two choices of the same cost and utility: whether the left has the plan that goes first of those that only
// one of them has. Remembers that there was a choice.
bool Knapsack::goes_first(State& left, State& right) {
  std::optional<ProjectIndex> only_left;
  std::optional<ProjectIndex> only_right;
  const auto note = [&](std::optional<ProjectIndex>& best, std::uint32_t step) {
    const auto project = items_[steps_[step].item].project;
    if (!best || ties_.rank(project) < ties_.rank(*best)) best = project;
  };
  auto l = left.step;
  auto r = right.step;
  while (l != r) {
    const bool left_is_later = r == nothing || (l != nothing && steps_[l].item > steps_[r].item);
    const bool same = l != nothing && r != nothing && steps_[l].item == steps_[r].item;
    if (!same && left_is_later) note(only_left, l);
    if (!same && !left_is_later) note(only_right, r);
    const bool moves_left = same || left_is_later;
    if (same || !left_is_later) r = steps_[r].before;
    if (moves_left) l = steps_[l].before;
  }
  const bool first = only_left && (!only_right || ties_.rank(*only_left) < ties_.rank(*only_right));
  if (only_left && only_right)
    equals_.push_back(first ? Equal{left.step, *only_left, *only_right}
                            : Equal{right.step, *only_right, *only_left});
  return first;
}

// States come in order of cost. One that is not more useful than a cheaper one is left out.
void Knapsack::keep(std::vector<State>& kept, State state) {
  if (!kept.empty() && kept.back().utility >= state.utility) {
    const bool is_equal = kept.back().utility == state.utility && kept.back().cost == state.cost;
    if (is_equal && goes_first(state, kept.back())) kept.back() = state;
    return;
  }
  if (!kept.empty() && kept.back().cost == state.cost)
    kept.back() = state;
  else
    kept.push_back(state);
}

// All states without and with the plan. False: too large.
bool Knapsack::decide(std::uint32_t item) {
  const auto& plan = items_[item];
  std::vector<State> kept;
  std::size_t without = 0;
  std::size_t with = 0;
  const auto old = std::move(states_);
  const auto fits = [&](std::size_t i) { return i < old.size() && old[i].cost <= budget_ - plan.cost; };
  while (without < old.size() || fits(with)) {
    const bool takes =
        fits(with) && (without >= old.size() || old[with].cost + plan.cost < old[without].cost);
    if (takes) {
      if (steps_.size() >= size_.most_steps) return false;
      steps_.push_back({old[with].step, item});
      keep(kept, {old[with].cost + plan.cost, static_cast<std::uint32_t>(steps_.size() - 1),
                  old[with].utility + plan.utility});
      ++with;
    } else {
      keep(kept, old[without++]);
    }
    if (kept.size() > size_.most_states) return false;
  }
  states_ = std::move(kept);
  return true;
}

// Leaves out what cannot become as useful as what is certain, even if what is left could buy parts of plans.
void Knapsack::prune(std::uint32_t next) {
  std::vector<Money> costs(1);
  std::vector<UnsignedWide> utilities(1);
  for (std::size_t i = next; i < items_.size(); ++i) {
    costs.push_back(costs.back() + items_[i].cost);
    utilities.push_back(utilities.back() + items_[i].utility);
  }
  std::erase_if(states_, [&](const State& state) {
    const Money left = budget_ - state.cost;
    const auto whole = static_cast<std::size_t>(std::ranges::upper_bound(costs, left) - costs.begin()) - 1;
    UnsignedWide most = state.utility + utilities[whole];
    if (next + whole < items_.size()) {
      const auto& part = items_[next + whole];
      const auto money = static_cast<UnsignedWide>(left - costs[whole]);
      const auto cost = static_cast<UnsignedWide>(part.cost);
      most += part.utility / cost * money + part.utility % cost * money / cost;
    }
    return most < certain_;
  });
}

Outcome Knapsack::outcome(const State& best) const {
  Outcome made;
  made.cost = best.cost;
  for (auto step = best.step; step != nothing; step = steps_[step].before) {
    made.selected.push_back(items_[steps_[step].item].project);
    for (const auto& equal : equals_)
      if (equal.step == step) made.ties.push_back({{equal.ours, equal.theirs}, equal.ours, true});
  }
  std::ranges::reverse(made.selected);
  std::ranges::reverse(made.ties);
  return made;
}

Result<Outcome, NoCount> Knapsack::solve() {
  find_lower_bound();
  states_ = {State{}};
  for (std::uint32_t item = 0; item < items_.size(); ++item) {
    if (!decide(item)) return std::unexpected(NoCount::too_large);
    prune(item + 1);
  }
  return outcome(states_.back());  // the most useful; of equally useful ones only the cheapest was kept
}

}  // namespace

Result<Outcome, NoCount> optimum(const Election& election, const Support& support, const TieOrder& ties,
                                 const Limits& limits, OptimumSize size) {
  if (!limits.caps.empty()) return std::unexpected(NoCount::group_maxima);
  const auto density = densities(election, support);
  const Room room(election, limits);
  std::vector<Item> items;
  for (ProjectIndex project = 0; project < election.projects.size(); ++project)
    if (density[project].utility > 0 && room.fits(project))
      items.push_back({project, election.projects[project].cost, density[project].utility});
  std::ranges::sort(items, [&](const Item& a, const Item& b) {
    const auto order = compare(density[a.project], density[b.project]);
    return order != 0 ? order > 0 : ties.rank(a.project) < ties.rank(b.project);
  });
  return Knapsack(ties, std::move(items), election.budget, size).solve();
}

}  // namespace wijktafel::budgeting
