#include "compute/sortition/panel_table.hpp"

#include <algorithm>
#include <tuple>

namespace wijktafel::sortition {
namespace {

// A kind that has just come in may not go out again for so many steps, and the other way round: otherwise
// the search goes to and fro between two totals.
constexpr std::uint64_t kRest = 12;
// Exchanges looked at before the search tries something else.
constexpr std::uint64_t kMostWork = 3'000'000;

}  // namespace

PanelTable::PanelTable(const Pool& pool, const Kinds& kinds)
    : pool_(&pool),
      kinds_(&kinds),
      kind_totals_(kinds.list.size()),
      feature_totals_(pool.features.size()),
      no_way_out_(kinds.list.size()),
      no_way_in_(kinds.list.size()) {}

std::vector<std::uint32_t> PanelTable::counted(std::span<const PersonIndex> panel) const {
  std::vector<std::uint32_t> kinds(kinds_->list.size());
  for (const auto member : panel) ++kinds[kinds_->of_person[member]];
  return kinds;
}

void PanelTable::add_totals(std::span<const std::uint32_t> kinds, std::int64_t times) {
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    if (kinds[kind] == 0) continue;
    const std::int64_t members = times * kinds[kind];
    kind_totals_[kind] += members;
    for (const auto feature : kinds_->list[kind].features) feature_totals_[feature] += members;
  }
}

void PanelTable::add_fixed(std::span<const std::uint32_t> members, std::int64_t fixed) {
  add_totals(members, fixed);
}

void PanelTable::add_open(std::span<const std::uint32_t> members) {
  OpenPanel open{.kinds = std::vector<std::uint32_t>(members.begin(), members.end()),
                 .features = Counts(pool_->features.size()),
                 .households = Counts(kinds_->households)};
  for (std::size_t kind = 0; kind < open.kinds.size(); ++kind) {
    for (const auto feature : kinds_->list[kind].features) open.features[feature] += open.kinds[kind];
    if (kinds_->list[kind].household) open.households[*kinds_->list[kind].household] += open.kinds[kind];
  }
  add_totals(open.kinds, 1);
  panels_.push_back(std::move(open));
}

// What the violation becomes more (or less) when somebody of one kind takes the place of another.
std::int64_t PanelTable::change_of(std::size_t out, std::size_t in) const {
  const auto moved = [](const Window& window, std::int64_t total, std::int64_t step) {
    return window.distance(total + step) - window.distance(total);
  };
  const auto &from = kinds_->list[out], &to = kinds_->list[in];
  auto change = moved(from.window, kind_totals_[out], -1) + moved(to.window, kind_totals_[in], +1);
  for (std::size_t i = 0; i < from.features.size(); ++i) {
    const auto lost = from.features[i], won = to.features[i];
    if (lost == won) continue;
    change += moved(kinds_->feature_windows[lost], feature_totals_[lost], -1) +
              moved(kinds_->feature_windows[won], feature_totals_[won], +1);
  }
  return change;
}

bool PanelTable::may_exchange(const OpenPanel& panel, std::size_t out, std::size_t in) const {
  const auto &from = kinds_->list[out], &to = kinds_->list[in];
  if (panel.kinds[out] == 0 || panel.kinds[in] >= to.people.size()) return false;
  for (std::size_t i = 0; i < from.features.size(); ++i) {
    const auto lost = from.features[i], won = to.features[i];
    if (lost == won) continue;
    if (panel.features[lost] <= pool_->features[lost].minimum) return false;
    if (panel.features[won] >= pool_->features[won].maximum) return false;
  }
  return !to.household || to.household == from.household ||
         panel.households[*to.household] < pool_->per_household;
}

// The first panel where it can be done, starting after the one that was changed last.
std::optional<std::size_t> PanelTable::find_panel(std::size_t out, std::size_t in) {
  for (std::size_t i = 0; i < panels_.size(); ++i) {
    ++work_;
    const auto at = (cursor_panel_ + i) % panels_.size();
    if (may_exchange(panels_[at], out, in)) return at;
  }
  return std::nullopt;
}

void PanelTable::exchange(std::size_t panel, const Exchange& move) {
  auto& open = panels_[panel];
  --open.kinds[move.out];
  ++open.kinds[move.in];
  --kind_totals_[move.out];
  ++kind_totals_[move.in];
  for (const auto feature : kinds_->list[move.out].features) {
    --open.features[feature];
    --feature_totals_[feature];
  }
  for (const auto feature : kinds_->list[move.in].features) {
    ++open.features[feature];
    ++feature_totals_[feature];
  }
  if (kinds_->list[move.out].household) --open.households[*kinds_->list[move.out].household];
  if (kinds_->list[move.in].household) ++open.households[*kinds_->list[move.in].household];
  violation_ += move.change;
  no_way_out_[move.in] = no_way_in_[move.out] = steps_ + kRest;
  cursor_panel_ = panel + 1;
}

void PanelTable::consider(std::size_t out, std::size_t in, std::vector<Exchange>& moves) {
  ++work_;
  const Exchange move{.out = out, .in = in, .change = change_of(out, in)};
  const bool rests = no_way_out_[out] > steps_ || no_way_in_[in] > steps_;
  if (!rests || violation_ + move.change < least_violation_) moves.push_back(move);
}

// Everything that brings the total of a kind closer to its window.
std::vector<PanelTable::Exchange> PanelTable::exchanges_for_kind(std::size_t kind) {
  const bool too_many = kind_totals_[kind] > kinds_->list[kind].window.highest;
  std::vector<Exchange> moves;
  for (std::size_t other = 0; other < kinds_->list.size(); ++other) {
    if (other == kind) continue;
    if (too_many) consider(kind, other, moves);
    if (!too_many) consider(other, kind, moves);
  }
  return moves;
}

// Everything that brings the total of the first feature outside its window closer to it.
std::vector<PanelTable::Exchange> PanelTable::exchanges_for_feature() {
  std::vector<Exchange> moves;
  FeatureIndex feature = 0;
  while (kinds_->feature_windows[feature].distance(feature_totals_[feature]) == 0) ++feature;
  const bool too_many = feature_totals_[feature] > kinds_->feature_windows[feature].highest;
  std::vector<std::size_t> with, without;
  for (std::size_t kind = 0; kind < kinds_->list.size(); ++kind)
    (std::ranges::find(kinds_->list[kind].features, feature) != kinds_->list[kind].features.end() ? with
                                                                                                  : without)
        .push_back(kind);
  for (const auto a : with)
    for (const auto b : without) too_many ? consider(a, b, moves) : consider(b, a, moves);
  return moves;
}

std::vector<PanelTable::Exchange> PanelTable::exchanges() {
  const auto kind = next_violated_kind();
  auto moves = kind ? exchanges_for_kind(*kind) : exchanges_for_feature();
  // The best first; of equally good ones the kinds that were exchanged longest ago.
  const auto since = [&](const Exchange& move) {
    return std::max(no_way_out_[move.in], no_way_in_[move.out]);
  };
  const auto rank = [&](const Exchange& move) {
    return std::tuple(move.change, since(move), move.out, move.in);
  };
  std::ranges::sort(moves, {}, rank);
  return moves;
}

// One exchange for what is violated now, even when another kind pays for it: its turn comes later.
bool PanelTable::step() {
  ++steps_;
  for (const auto& move : exchanges()) {
    if (const auto panel = find_panel(move.out, move.in)) {
      exchange(*panel, move);
      since_least_.push_back({.panel = *panel, .move = move});
      if (violation_ < least_violation_) {
        least_violation_ = violation_;
        since_least_.clear();
      }
      return true;
    }
  }
  return false;
}

void PanelTable::go_back_to_least() {
  for (; !since_least_.empty(); since_least_.pop_back()) {
    const auto& [panel, move] = since_least_.back();
    exchange(panel, {.out = move.in, .in = move.out, .change = -move.change});
  }
}

std::optional<std::size_t> PanelTable::next_violated_kind() {
  for (std::size_t i = 0; i < kinds_->list.size(); ++i) {
    const auto kind = (cursor_kind_ + i) % kinds_->list.size();
    if (kinds_->list[kind].window.distance(kind_totals_[kind]) == 0) continue;
    cursor_kind_ = kind + 1;
    return kind;
  }
  return std::nullopt;
}

std::int64_t PanelTable::violation_now() const {
  std::int64_t violation = 0;
  for (std::size_t kind = 0; kind < kind_totals_.size(); ++kind)
    violation += kinds_->list[kind].window.distance(kind_totals_[kind]);
  for (std::size_t feature = 0; feature < feature_totals_.size(); ++feature)
    violation += kinds_->feature_windows[feature].distance(feature_totals_[feature]);
  return violation;
}

// Single exchanges until they lead nowhere.
void PanelTable::take_steps() {
  // After so many steps in a row without a way, what rests has rested and every kind has had its turn.
  const auto most_failures = kRest + kinds_->list.size();
  std::size_t failures = 0;
  const auto end = work_ + kMostWork;
  while (violation_ > 0 && work_ < end && failures <= most_failures) failures = step() ? 0 : failures + 1;
  go_back_to_least();
}

void PanelTable::balance() {
  violation_ = least_violation_ = violation_now();
  do take_steps();
  while (violation_ > 0 && (change_whole_panel() || help_one_kind()));
}

}  // namespace wijktafel::sortition
