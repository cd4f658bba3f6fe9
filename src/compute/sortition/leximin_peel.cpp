#include "compute/sortition/leximin_peel.hpp"

#include <algorithm>
#include <cmath>

#include "compute/sortition/pricing.hpp"

namespace wijktafel::sortition {

namespace {

constexpr double binds_at_first = 1e-8;  // the linear programme is that precise
constexpr double binds = 1e-13;          // while peeling
constexpr double peeled = 1e-12;         // so little left is nothing
constexpr std::size_t near_nodes = 300;
constexpr std::size_t far_nodes = 3000;

// What is left: counts times the chance that is left, and which bounds and rows bind for good.
class Rest {
 public:
  Rest(const Types& types, std::span<const double> chances);

  double left() const { return left_; }
  TypePanel take(const std::function<bool()>& go_on);  // no counts: none found

 private:
  struct Bounds {
    double lower = 0;
    double upper = 0;
    bool at_lower = false;
    bool at_upper = false;
    void mark(double value, double left, double precision);
    // The largest part of `left` that a panel with this count may have.
    double limit(double value, double left, double count) const;
  };

  double sum_of(const CountRow& row) const;
  void mark(double precision);
  void narrow_near();
  void narrow_far();
  double limit(const TypeCounts& counts) const;
  void set_rows();

  const Types& types_;
  Pricing pricing_;
  std::vector<double> counts_, weights_;
  std::vector<Bounds> of_type_, of_row_;
  double left_ = 1;
};

void Rest::Bounds::mark(double value, double left, double precision) {
  at_lower = at_lower || value - lower * left <= precision;
  at_upper = at_upper || upper * left - value <= precision;
}

double Rest::Bounds::limit(double value, double left, double count) const {
  double largest = left;
  if (!at_lower && count > lower) largest = std::min(largest, (value - lower * left) / (count - lower));
  if (!at_upper && count < upper) largest = std::min(largest, (upper * left - value) / (upper - count));
  return largest;
}

Rest::Rest(const Types& types, std::span<const double> chances) : types_(types), pricing_(types) {
  for (std::size_t t = 0; t < types.size(); ++t) {
    counts_.push_back(chances[t] * static_cast<double>(types.types[t].people.size()));
    of_type_.push_back({0, static_cast<double>(types.types[t].most)});
  }
  for (const auto& row : types.rows)
    of_row_.push_back({static_cast<double>(row.minimum), static_cast<double>(row.maximum)});
  weights_.resize(types.size());
  mark(binds_at_first);
}

double Rest::sum_of(const CountRow& row) const {
  double sum = 0;
  for (const auto t : row.types) sum += counts_[t];
  return sum;
}

void Rest::mark(double precision) {
  for (std::size_t t = 0; t < counts_.size(); ++t) of_type_[t].mark(counts_[t], left_, precision);
  for (std::size_t i = 0; i < of_row_.size(); ++i) of_row_[i].mark(sum_of(types_.rows[i]), left_, precision);
}

void Rest::set_rows() {
  for (std::size_t i = 0; i < of_row_.size(); ++i) {
    const auto& row = types_.rows[i];
    pricing_.set_row(i, of_row_[i].at_upper ? row.maximum : row.minimum,
                     of_row_[i].at_lower ? row.minimum : row.maximum);
  }
}

// Counts rounded up or down from what is left, and worth more the less they bound the chance of the panel.
void Rest::narrow_near() {
  for (std::size_t t = 0; t < counts_.size(); ++t) {
    const auto& bounds = of_type_[t];
    const auto most = types_.types[t].most;
    const auto mean = std::clamp(counts_[t] / left_, 0.0, static_cast<double>(most));
    auto least = static_cast<std::int64_t>(std::floor(mean)),
         highest = static_cast<std::int64_t>(std::ceil(mean));
    if (bounds.at_lower) least = highest = 0;
    if (bounds.at_upper) least = highest = most;
    pricing_.set_range(static_cast<TypeIndex>(t), least, highest);
    const auto part = std::clamp(mean - std::floor(mean), 1e-6, 1 - 1e-6);
    weights_[t] = highest <= 1 || highest >= most ? 1 / (1 - part) - 1 / part : 0;
  }
}

void Rest::narrow_far() {
  for (std::size_t t = 0; t < counts_.size(); ++t)
    pricing_.set_range(static_cast<TypeIndex>(t), of_type_[t].at_upper ? types_.types[t].most : 0,
                       of_type_[t].at_lower ? 0 : types_.types[t].most);
}

double Rest::limit(const TypeCounts& counts) const {
  double largest = left_;
  for (std::size_t t = 0; t < counts.size(); ++t)
    largest = std::min(largest, of_type_[t].limit(counts_[t], left_, static_cast<double>(counts[t])));
  for (std::size_t i = 0; i < of_row_.size(); ++i) {
    double sum = 0;
    for (const auto t : types_.rows[i].types) sum += static_cast<double>(counts[t]);
    largest = std::min(largest, of_row_[i].limit(sum_of(types_.rows[i]), left_, sum));
  }
  return std::max(0.0, largest);
}

TypePanel Rest::take(const std::function<bool()>& go_on) {
  set_rows();
  narrow_near();
  PricingLimits limits{.enough = std::numeric_limits<double>::lowest(), .nodes = near_nodes, .go_on = go_on};
  auto priced = pricing_.best(weights_, limits);
  if (priced.counts.empty()) {
    narrow_far();
    limits.nodes = far_nodes;
    priced = pricing_.best(weights_, limits);
  }
  if (priced.counts.empty()) return {};
  const auto chance = limit(priced.counts);
  for (std::size_t t = 0; t < counts_.size(); ++t)
    counts_[t] = std::max(0.0, counts_[t] - chance * static_cast<double>(priced.counts[t]));
  left_ = std::max(0.0, left_ - chance);
  mark(binds);
  return {.counts = std::move(priced.counts), .chance = chance};
}

}  // namespace

Peeled peel(const Types& types, std::span<const double> chances, const std::function<bool()>& go_on) {
  Peeled result;
  Rest rest(types, chances);
  // Rounding could let a panel bind nothing new: then there is an end to it too.
  const auto most = 2 * (types.size() + types.rows.size());
  while (rest.left() > peeled && result.panels.size() < most && go_on()) {
    auto panel = rest.take(go_on);
    if (panel.counts.empty()) break;
    if (panel.chance > 0) result.panels.push_back(std::move(panel));
  }
  result.left = rest.left();
  return result;
}

}  // namespace wijktafel::sortition
