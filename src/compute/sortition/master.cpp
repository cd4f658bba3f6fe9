#include "compute/sortition/master.hpp"

#include <algorithm>

#include "compute/sortition/simplex.hpp"

namespace wijktafel::sortition {

// Rows: the types, then "the chances are 1 together". Columns: `reached`, then the panels.
class Master::Programme : public ClpSimplex {};

Master::Master(const Types& types) : types_(types), programme_(std::make_unique<Programme>()) {
  auto& simplex = *programme_;
  prepare_simplex(simplex, 1e-10);
  const auto rows = static_cast<int>(types.size());
  simplex.resize(rows + 1, 0);
  for (int t = 0; t < rows; ++t) simplex.setRowBounds(t, 0, unlimited);
  simplex.setRowBounds(rows, 1, 1);
  simplex.addColumn(0, nullptr, nullptr, -1, 1, 1);  // never below 0 at the end
  simplex.setOptimizationDirection(-1);
}

Master::~Master() = default;

bool Master::add(const TypeCounts& counts) {
  if (!known_.insert(counts).second) return false;
  panels_.push_back(counts);
  std::vector<int> rows;
  std::vector<double> weights;
  for (std::size_t t = 0; t < counts.size(); ++t) {
    if (counts[t] == 0) continue;
    rows.push_back(static_cast<int>(t));
    weights.push_back(static_cast<double>(counts[t]) / static_cast<double>(types_.types[t].people.size()));
  }
  rows.push_back(static_cast<int>(types_.size()));
  weights.push_back(1);
  programme_->addColumn(static_cast<int>(rows.size()), rows.data(), weights.data(), 0, unlimited, 0);
  return true;
}

void Master::aim(std::span<const double> shares, std::span<const double> floors, double ceiling) {
  for (std::size_t t = 0; t < types_.size(); ++t) {
    programme_->modifyCoefficient(static_cast<int>(t), 0, -shares[t], true);
    programme_->setRowBounds(static_cast<int>(t), floors[t], unlimited);
  }
  programme_->setColumnBounds(0, -1, ceiling);
}

MasterSolution Master::solve() {
  auto& simplex = *programme_;
  simplex.primal();
  if (simplex.status() != 0) simplex.dual();
  MasterSolution solution{.is_solved = simplex.status() == 0, .reached = 0, .prices = {}, .worth = 0};
  if (!solution.is_solved) return solution;
  solution.reached = simplex.primalColumnSolution()[0];
  const double* duals = simplex.dualRowSolution();
  for (std::size_t t = 0; t < types_.size(); ++t)
    solution.prices.push_back(std::max(0.0, -duals[t]) / static_cast<double>(types_.types[t].people.size()));
  solution.worth = duals[types_.size()];
  return solution;
}

std::vector<TypePanel> Master::panels() const {
  std::vector<TypePanel> panels;
  for (std::size_t j = 0; j < panels_.size(); ++j) {
    const auto chance = programme_->primalColumnSolution()[j + 1];
    if (chance > 0) panels.push_back({panels_[j], chance});
  }
  return panels;
}

}  // namespace wijktafel::sortition
