#include "compute/sortition/pricing.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "compute/sortition/simplex.hpp"

namespace wijktafel::sortition {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double whole_enough = 1e-7;  // of a count in the relaxation
constexpr double worth_enough = 1e-9;  // of the largest weight: less is no improvement

// A narrowed range of one count, and what it was before.
struct Branch {
  int type = 0;
  double lower = 0;
  double upper = 0;
};

// A node to visit: the branches above it stand in `path` up to `depth`.
struct Node {
  std::size_t depth = 0;
  Branch branch;
  double bound = 0;
};

}  // namespace

class Pricing::Search {
 public:
  explicit Search(const Types& types);
  Priced best(std::span<const double> weights, const PricingLimits& limits);
  ClpSimplex& simplex() { return simplex_; }

 private:
  double relax();  // the value of the relaxation at this node; minus infinity: infeasible
  std::optional<int> most_fractional() const;
  void offer(const TypeCounts& counts);
  void enter(const Node& node);
  void undo(std::size_t depth);
  void branch_on(int type, double bound);
  void walk(const PricingLimits& limits);

  const Types& types_;
  ClpSimplex simplex_;
  std::vector<double> weights_;  // divided by the largest
  std::vector<Node> open_;
  std::vector<Branch> path_;  // the ranges before each branch, for undoing
  Priced best_;
  double beat_ = -infinity;
};

Pricing::Search::Search(const Types& types) : types_(types) {
  const auto columns = static_cast<int>(types.size());
  const auto rows = static_cast<int>(types.rows.size());
  prepare_simplex(simplex_, 1e-9);
  simplex_.resize(rows, 0);
  for (int i = 0; i < rows; ++i)
    simplex_.setRowBounds(i, static_cast<double>(types.rows[static_cast<std::size_t>(i)].minimum),
                          static_cast<double>(types.rows[static_cast<std::size_t>(i)].maximum));
  std::vector<std::vector<int>> rows_of(types.size());
  for (int i = 0; i < rows; ++i)
    for (const auto t : types.rows[static_cast<std::size_t>(i)].types) rows_of[t].push_back(i);
  const std::vector<double> ones(types.rows.size(), 1.0);
  for (int t = 0; t < columns; ++t) {
    const auto& in = rows_of[static_cast<std::size_t>(t)];
    simplex_.addColumn(static_cast<int>(in.size()), in.data(), ones.data(), 0,
                       static_cast<double>(types.types[static_cast<std::size_t>(t)].most), 0);
  }
  simplex_.setOptimizationDirection(-1);
}

double Pricing::Search::relax() {
  simplex_.dual();
  if (simplex_.status() == 1) return -infinity;
  if (simplex_.status() != 0) simplex_.primal();
  return simplex_.status() == 0 ? simplex_.objectiveValue() : (simplex_.status() == 1 ? -infinity : infinity);
}

std::optional<int> Pricing::Search::most_fractional() const {
  const double* counts = simplex_.primalColumnSolution();
  std::optional<int> found;
  double largest = whole_enough;
  for (int t = 0; t < simplex_.numberColumns(); ++t) {
    const auto part = std::abs(counts[t] - std::round(counts[t]));
    if (part <= largest) continue;
    largest = part;
    found = t;
  }
  return found;
}

void Pricing::Search::offer(const TypeCounts& counts) {
  double value = 0;
  for (std::size_t t = 0; t < counts.size(); ++t) value += weights_[t] * static_cast<double>(counts[t]);
  if (value <= best_.value || !meets_rows(types_, counts)) return;
  best_.value = value;
  best_.counts = counts;
}

void Pricing::Search::undo(std::size_t depth) {
  while (path_.size() > depth) {
    simplex_.setColumnBounds(path_.back().type, path_.back().lower, path_.back().upper);
    path_.pop_back();
  }
}

void Pricing::Search::enter(const Node& node) {
  undo(node.depth);
  const auto type = node.branch.type;
  path_.push_back({type, simplex_.columnLower()[type], simplex_.columnUpper()[type]});
  simplex_.setColumnBounds(type, node.branch.lower, node.branch.upper);
}

// The side nearer to the relaxation is visited first.
void Pricing::Search::branch_on(int type, double bound) {
  const double count = simplex_.primalColumnSolution()[type];
  const Node down{path_.size(), {type, simplex_.columnLower()[type], std::floor(count)}, bound};
  const Node up{path_.size(), {type, std::ceil(count), simplex_.columnUpper()[type]}, bound};
  const bool up_first = count - std::floor(count) >= 0.5;
  open_.push_back(up_first ? down : up);
  open_.push_back(up_first ? up : down);
}

void Pricing::Search::walk(const PricingLimits& limits) {
  std::size_t nodes = 0;
  double left = -infinity;  // the largest bound of what was not searched
  while (true) {
    const auto bound = relax();
    if (bound > std::max(best_.value, beat_) + worth_enough) {
      if (const auto type = most_fractional()) {
        branch_on(*type, bound);
      } else {
        TypeCounts counts(types_.size());
        for (std::size_t t = 0; t < counts.size(); ++t)
          counts[t] = std::llround(simplex_.primalColumnSolution()[t]);
        offer(counts);
      }
    }
    while (!open_.empty() && open_.back().bound <= std::max(best_.value, beat_) + worth_enough)
      open_.pop_back();
    if (open_.empty()) break;
    const bool ends =
        ++nodes >= limits.nodes || best_.value >= limits.enough || (limits.go_on && !limits.go_on());
    if (ends) {
      for (const auto& node : open_) left = std::max(left, node.bound);
      open_.clear();
      break;
    }
    const auto next = open_.back();
    open_.pop_back();
    enter(next);
  }
  undo(0);
  best_.is_proved = left == -infinity;
  best_.bound = std::max(std::max(best_.value, beat_) + worth_enough, left);
}

Priced Pricing::Search::best(std::span<const double> weights, const PricingLimits& limits) {
  double largest = 0;
  for (const auto weight : weights) largest = std::max(largest, std::abs(weight));
  if (largest == 0) largest = 1;
  weights_.assign(weights.begin(), weights.end());
  for (auto& weight : weights_) weight /= largest;
  for (std::size_t t = 0; t < weights_.size(); ++t)
    simplex_.setObjectiveCoefficient(static_cast<int>(t), weights_[t]);
  best_ = {.counts = {}, .value = -infinity, .bound = infinity, .is_proved = false};
  beat_ = limits.beat / largest;
  auto scaled = limits;
  // A bar at the bottom of the numbers is met by any panel. Divided by small weights it would become minus
  // infinity, which is met by no panel as well, and ends the search with none.
  scaled.enough = std::max(limits.enough / largest, std::numeric_limits<double>::lowest());
  walk(scaled);
  best_.value *= largest;
  best_.bound *= largest;
  return best_;
}

Pricing::Pricing(const Types& types) : search_(std::make_unique<Search>(types)) {}
Pricing::~Pricing() = default;

void Pricing::set_row(std::size_t row, std::int64_t minimum, std::int64_t maximum) {
  search_->simplex().setRowBounds(static_cast<int>(row), static_cast<double>(minimum),
                                  static_cast<double>(maximum));
}

void Pricing::set_range(TypeIndex type, std::int64_t least, std::int64_t most) {
  search_->simplex().setColumnBounds(static_cast<int>(type), static_cast<double>(least),
                                     static_cast<double>(most));
}

Priced Pricing::best(std::span<const double> weights, const PricingLimits& limits) {
  return search_->best(weights, limits);
}

}  // namespace wijktafel::sortition
