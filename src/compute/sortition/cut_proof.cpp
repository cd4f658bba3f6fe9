#include "compute/sortition/cut_proof.hpp"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace wijktafel::sortition {
namespace {

constexpr double kWholeEnough = 1e-6;
constexpr double kNearEnough = 1e-11;  // of what is hoped for: a node so near is closed

struct Node {
  std::vector<std::int64_t> least, most;
};

// Clp says where to branch and which multipliers to try; it is believed in nothing.
class Proof {
 public:
  Proof(const Types& types, std::span<const double> weights, double hoped) : types_(types) {
    for (const double weight : weights) weights_.push_back(whole_multiplier(weight));
    zeros_.resize(weights_.size());
    goal_ = whole_multiplier(hoped + kNearEnough * std::max(1.0, std::abs(hoped)));
    load(weights);
  }

  std::optional<mpz_class> run(std::size_t nodes) {
    Node root;
    for (const auto& type : types_.types) {
      root.least.push_back(0);
      root.most.push_back(type.most);
    }
    std::vector<Node> open{std::move(root)};
    for (; !open.empty(); --nodes) {
      if (nodes == 0) return std::nullopt;
      const Node node = std::move(open.back());
      open.pop_back();
      if (!visit(node, open)) return std::nullopt;
    }
    return most_;
  }

 private:
  void load(std::span<const double> weights) {
    simplex_.setLogLevel(0);
    simplex_.setPrimalTolerance(1e-9);
    simplex_.setDualTolerance(1e-9);
    simplex_.resize(static_cast<int>(types_.rows.size()), 0);
    std::vector<std::vector<int>> rows_of(types_.size());
    for (std::size_t i = 0; i < types_.rows.size(); ++i) {
      const auto& row = types_.rows[i];
      simplex_.setRowBounds(static_cast<int>(i), static_cast<double>(row.minimum),
                            static_cast<double>(row.maximum));
      for (const auto t : row.types) rows_of[t].push_back(static_cast<int>(i));
    }
    const std::vector<double> ones(types_.rows.size(), 1);
    for (std::size_t t = 0; t < types_.size(); ++t)
      simplex_.addColumn(static_cast<int>(rows_of[t].size()), rows_of[t].data(), ones.data(), 0,
                         static_cast<double>(types_.types[t].most), weights[t]);
    simplex_.setOptimizationDirection(-1);
  }

  std::vector<mpz_class> whole(const double* multipliers, double sign) const {
    std::vector<mpz_class> result;
    result.reserve(types_.rows.size());
    for (std::size_t i = 0; i < types_.rows.size(); ++i)
      result.push_back(whole_multiplier(sign * multipliers[i]));
    return result;
  }

  // Closes the node or puts its halves in `open`; false: neither could be done.
  bool visit(const Node& node, std::vector<Node>& open) {
    for (std::size_t t = 0; t < types_.size(); ++t)
      simplex_.setColumnBounds(static_cast<int>(t), static_cast<double>(node.least[t]),
                               static_cast<double>(node.most[t]));
    simplex_.dual();
    if (simplex_.status() == 1) return is_empty(node);
    if (simplex_.status() != 0) return false;
    const auto bound =
        dual_bound(types_, weights_, whole(simplex_.dualRowSolution(), 1), node.least, node.most);
    if (bound > goal_)
      if (const auto t = most_fractional()) {
        halve(node, *t, open);
        return true;
      }
    most_ = most_ ? std::max(*most_, bound) : bound;
    return true;
  }

  // Multipliers under which even panels worth nothing are worth less than nothing: there are none.
  bool is_empty(const Node& node) {
    const std::unique_ptr<double[]> ray(simplex_.infeasibilityRay());
    if (!ray) return false;
    return std::ranges::any_of(std::array{1.0, -1.0}, [&](double sign) {
      return dual_bound(types_, zeros_, whole(ray.get(), sign), node.least, node.most) < 0;
    });
  }

  std::optional<std::size_t> most_fractional() const {
    std::optional<std::size_t> found;
    double largest = kWholeEnough;
    for (std::size_t t = 0; t < types_.size(); ++t) {
      const double count = simplex_.primalColumnSolution()[t];
      const double part = std::abs(count - std::round(count));
      if (part <= largest) continue;
      largest = part;
      found = t;
    }
    return found;
  }

  void halve(const Node& node, std::size_t t, std::vector<Node>& open) const {
    const auto below = static_cast<std::int64_t>(std::floor(simplex_.primalColumnSolution()[t]));
    open.push_back(node);
    open.back().most[t] = below;
    open.push_back(node);
    open.back().least[t] = below + 1;
  }

  const Types& types_;
  ClpSimplex simplex_;
  std::vector<mpz_class> weights_, zeros_;
  mpz_class goal_;
  std::optional<mpz_class> most_;
};

}  // namespace

mpz_class whole_multiplier(double multiplier) {
  return mpz_class(std::round(std::ldexp(multiplier, multiplier_bits)));
}

mpz_class dual_bound(const Types& types, std::span<const mpz_class> weights,
                     std::span<const mpz_class> multipliers, std::span<const std::int64_t> least,
                     std::span<const std::int64_t> most) {
  std::vector<mpz_class> left(weights.begin(), weights.end());
  mpz_class bound = 0;
  for (std::size_t i = 0; i < types.rows.size(); ++i) {
    const auto& multiplier = multipliers[i];
    if (multiplier == 0) continue;
    bound += multiplier * (multiplier > 0 ? types.rows[i].maximum : types.rows[i].minimum);
    for (const auto t : types.rows[i].types) left[t] -= multiplier;
  }
  for (std::size_t t = 0; t < left.size(); ++t) bound += left[t] * (left[t] > 0 ? most[t] : least[t]);
  return bound;
}

std::optional<mpz_class> proved_most(const Types& types, std::span<const double> weights, double hoped,
                                     std::size_t nodes) {
  return Proof(types, weights, hoped).run(nodes);
}

}  // namespace wijktafel::sortition
