#include "compute/sortition/lottery_rest.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "compute/sortition/pricing.hpp"

namespace wijktafel::sortition {
namespace {

constexpr double kRounding = 1e-7;    // of an expected total
constexpr double kAnyPanel = -1e100;  // worth of it
constexpr std::size_t kNodesForTotals = 3000;
constexpr std::size_t kNodesNear = 400;
constexpr std::size_t kNodesFar = 1500;

// Every kind as a type, and the rows of one panel.
Types types_of(const Pool& pool, const Kinds& kinds) {
  Types types;
  for (const auto& kind : kinds.list)
    types.types.push_back({.features = kind.features,
                           .people = kind.people,
                           .most = static_cast<std::int64_t>(kind.people.size())});
  auto& rows = types.rows;
  rows.push_back({.types = {}, .minimum = pool.panel_size, .maximum = pool.panel_size});
  for (const auto& feature : pool.features)
    rows.push_back({.types = {},
                    .minimum = std::clamp<std::int64_t>(feature.minimum, 0, pool.panel_size),
                    .maximum = std::clamp<std::int64_t>(feature.maximum, 0, pool.panel_size)});
  rows.resize(rows.size() + kinds.households, {.types = {}, .minimum = 0, .maximum = pool.per_household});
  for (TypeIndex t = 0; t < types.size(); ++t) {
    rows[0].types.push_back(t);
    for (const auto feature : kinds.list[t].features) rows[1 + feature].types.push_back(t);
    if (const auto& household = kinds.list[t].household)
      rows[1 + pool.features.size() + *household].types.push_back(t);
  }
  return types;
}

template <typename Number>
Number sum_over(const CountRow& row, std::span<const Number> counts) {
  Number sum = 0;
  for (const auto t : row.types) sum += counts[t];
  return sum;
}

std::int64_t down(double number) { return static_cast<std::int64_t>(std::floor(number + kRounding)); }
std::int64_t up(double number) { return static_cast<std::int64_t>(std::ceil(number - kRounding)); }

// Whole totals for `count` panels, next to what is expected of them; nothing: none found.
std::optional<TypeCounts> whole_totals(const Types& panel, std::span<const double> expected,
                                       std::int64_t count) {
  Types totals = panel;
  for (std::size_t t = 0; t < totals.size(); ++t)
    totals.types[t].most = std::clamp<std::int64_t>(up(expected[t]), 0, count * panel.types[t].most);
  for (auto& row : totals.rows) {
    const auto sum = sum_over(row, expected);
    row.minimum = std::max(row.minimum * count, down(sum));
    row.maximum = std::min(row.maximum * count, up(sum));
  }
  Pricing pricing(totals);
  for (std::size_t t = 0; t < totals.size(); ++t) {
    const auto most = totals.types[t].most;
    pricing.set_range(static_cast<TypeIndex>(t), std::clamp<std::int64_t>(down(expected[t]), 0, most), most);
  }
  std::vector<double> weights;
  for (const double places : expected) weights.push_back(places - std::floor(places) - 0.5);
  auto priced = pricing.best(weights, {.enough = kAnyPanel, .nodes = kNodesForTotals, .go_on = {}});
  if (priced.counts.empty()) return std::nullopt;
  return std::move(priced.counts);
}

// Takes panels off totals, one by one.
class Rest {
 public:
  Rest(const Types& types, TypeCounts totals)
      : types_(types), pricing_(types), totals_(std::move(totals)), weights_(types.size()) {}

  // One of the `left` panels that the totals are for; empty: none found.
  TypeCounts take(std::int64_t left) {
    auto counts = look(left, true, kNodesNear);
    if (counts.empty()) counts = look(left, false, kNodesFar);
    for (std::size_t t = 0; t < counts.size(); ++t) totals_[t] -= counts[t];
    return counts;
  }

 private:
  // `is_near`: totals are shared out evenly; otherwise only so that panels after it can meet the rows.
  TypeCounts look(std::int64_t left, bool is_near, std::size_t nodes) {
    const auto range = [&](std::int64_t total, std::int64_t least, std::int64_t most) {
      if (is_near) return std::pair(total / left, (total + left - 1) / left);
      return std::pair(std::max(least, total - (left - 1) * most),
                       std::min(most, total - (left - 1) * least));
    };
    for (std::size_t i = 0; i < types_.rows.size(); ++i) {
      const auto& row = types_.rows[i];
      const auto [least, most] = range(sum_over<std::int64_t>(row, totals_), row.minimum, row.maximum);
      pricing_.set_row(i, least, most);
    }
    for (std::size_t t = 0; t < totals_.size(); ++t) {
      const auto [least, most] = range(totals_[t], 0, types_.types[t].most);
      pricing_.set_range(static_cast<TypeIndex>(t), least, most);
      // The more often a kind has yet to come, the sooner it does.
      weights_[t] = static_cast<double>(totals_[t] % left) / static_cast<double>(left);
    }
    return pricing_.best(weights_, {.enough = kAnyPanel, .nodes = nodes, .go_on = {}}).counts;
  }

  const Types& types_;
  Pricing pricing_;
  TypeCounts totals_;
  std::vector<double> weights_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> panels_for_rest(const Pool& pool, const Kinds& kinds,
                                                        std::span<const std::int64_t> fixed,
                                                        std::size_t count, std::size_t size) {
  const auto types = types_of(pool, kinds);
  std::vector<double> expected;
  expected.reserve(kinds.list.size());
  for (std::size_t kind = 0; kind < kinds.list.size(); ++kind)
    expected.push_back(kinds.list[kind].expected * static_cast<double>(size) -
                       static_cast<double>(fixed[kind]));
  std::vector<std::vector<std::uint32_t>> panels;
  auto totals = whole_totals(types, expected, static_cast<std::int64_t>(count));
  if (!totals) return panels;
  Rest rest(types, std::move(*totals));
  for (auto left = static_cast<std::int64_t>(count); left > 0; --left) {
    const auto counts = rest.take(left);
    if (counts.empty()) break;
    panels.emplace_back(counts.begin(), counts.end());
  }
  return panels;
}

}  // namespace wijktafel::sortition
