#include "compute/sortition/leximin_relaxed.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "compute/sortition/simplex.hpp"

namespace wijktafel::sortition {

namespace {

constexpr double is_binding = 1e-7;  // of a multiplier, where those of a stage sum to 1
constexpr double certain = 1 - 1e-9;
constexpr double rounding = 1e-7;

double people_of(const Type& type) { return static_cast<double>(type.people.size()); }

// Columns: per type what its expected count has above people * chance, then the chance of the stage. Rows: as
// in Types, the cuts, and "count <= most" for the types that need it.
class StageProgramme {
 public:
  StageProgramme(const Types& types, std::span<const Cut> cuts, std::span<const Stage> known);

  bool solve();  // false: nothing meets the rows
  Stage stage() const;
  void settle(const Stage& stage);
  bool is_finished() const { return left_ == 0; }
  std::vector<double> chances() const;  // of the last solution

 private:
  void add_columns();
  void set_bounds();
  bool add_caps();
  double chance() const { return simplex_.primalColumnSolution()[types_.size()]; }

  const Types& types_;
  std::span<const Cut> cuts_;
  ClpSimplex simplex_;
  std::vector<std::vector<int>> rows_of_;
  std::vector<std::vector<double>> weights_of_;
  std::vector<double> settled_;  // -1: not yet
  std::vector<int> cap_row_;     // -1: none
  std::size_t left_;
  double reached_ = 0;
  double slip_;  // what stages found elsewhere may be wrong by
};

StageProgramme::StageProgramme(const Types& types, std::span<const Cut> cuts, std::span<const Stage> known)
    : types_(types),
      cuts_(cuts),
      settled_(types.size(), -1),
      cap_row_(types.size(), -1),
      left_(types.size()),
      slip_(known.empty() ? 0 : 1e-9) {
  prepare_simplex(simplex_, 1e-9);
  add_columns();
  for (const auto& stage : known) settle(stage);
}

void StageProgramme::add_columns() {
  rows_of_.resize(types_.size());
  weights_of_.resize(types_.size());
  const auto rows = types_.rows.size();
  for (std::size_t i = 0; i < rows; ++i)
    for (const auto t : types_.rows[i].types) {
      rows_of_[t].push_back(static_cast<int>(i));
      weights_of_[t].push_back(1);
    }
  for (std::size_t i = 0; i < cuts_.size(); ++i)
    for (std::size_t t = 0; t < types_.size(); ++t) {
      if (cuts_[i].weights[t] == 0) continue;
      rows_of_[t].push_back(static_cast<int>(rows + i));
      weights_of_[t].push_back(cuts_[i].weights[t]);
    }
  simplex_.resize(static_cast<int>(rows + cuts_.size()), 0);
  for (std::size_t t = 0; t < types_.size(); ++t)
    simplex_.addColumn(static_cast<int>(rows_of_[t].size()), rows_of_[t].data(), weights_of_[t].data(), 0,
                       static_cast<double>(types_.types[t].most), 0);
  simplex_.addColumn(0, nullptr, nullptr, 0, 1, 1);
  simplex_.setOptimizationDirection(-1);
}

void StageProgramme::set_bounds() {
  const auto rows = types_.rows.size();
  std::vector<double> of_chance(rows + cuts_.size()), taken(rows + cuts_.size());
  for (std::size_t t = 0; t < types_.size(); ++t) {
    const auto people = people_of(types_.types[t]);
    const bool is_settled = settled_[t] >= 0;
    for (std::size_t k = 0; k < rows_of_[t].size(); ++k) {
      const auto row = static_cast<std::size_t>(rows_of_[t][k]);
      (is_settled ? taken : of_chance)[row] += weights_of_[t][k] * people * (is_settled ? settled_[t] : 1);
    }
    const auto most = static_cast<double>(types_.types[t].most);
    simplex_.setColumnBounds(static_cast<int>(t), is_settled ? -slip_ * people : 0,
                             std::max(0.0, most - people * (is_settled ? settled_[t] : reached_)));
    if (cap_row_[t] >= 0 && is_settled) simplex_.setRowBounds(cap_row_[t], -unlimited, unlimited);
  }
  const auto chance = static_cast<int>(types_.size());
  for (std::size_t i = 0; i < of_chance.size(); ++i)
    simplex_.modifyCoefficient(static_cast<int>(i), chance, of_chance[i], true);
  for (std::size_t i = 0; i < rows; ++i)
    simplex_.setRowBounds(static_cast<int>(i), static_cast<double>(types_.rows[i].minimum) - taken[i],
                          static_cast<double>(types_.rows[i].maximum) - taken[i]);
  for (std::size_t i = 0; i < cuts_.size(); ++i)
    simplex_.setRowBounds(static_cast<int>(rows + i), -unlimited, cuts_[i].most - taken[rows + i]);
  simplex_.setColumnBounds(chance, std::max(0.0, reached_ - 1e-9), 1);
}

// "count <= most" is a row of its own only for types that went beyond it.
bool StageProgramme::add_caps() {
  const auto column = static_cast<int>(types_.size());
  bool added = false;
  for (std::size_t t = 0; t < types_.size(); ++t) {
    if (settled_[t] >= 0 || cap_row_[t] >= 0) continue;
    const auto people = people_of(types_.types[t]);
    const auto most = static_cast<double>(types_.types[t].most);
    if (simplex_.primalColumnSolution()[t] + people * chance() <= most + 1e-10) continue;
    const std::array columns{static_cast<int>(t), column};
    const std::array weights{1.0, people};
    simplex_.addRow(2, columns.data(), weights.data(), -unlimited, most);
    cap_row_[t] = simplex_.numberRows() - 1;
    added = true;
  }
  return added;
}

bool StageProgramme::solve() {
  set_bounds();
  do {
    simplex_.dual();
    if (simplex_.status() != 0) simplex_.primal();
    if (simplex_.status() != 0) return false;
  } while (add_caps());
  return true;
}

Stage StageProgramme::stage() const {
  Stage stage;
  stage.chance = std::clamp(chance(), 0.0, 1.0);
  const auto rows = types_.rows.size() + cuts_.size();
  const double* duals = simplex_.dualRowSolution();
  stage.multipliers.assign(duals, duals + rows);
  stage.cap_multipliers.assign(types_.size(), 0);
  double largest = 0;
  std::vector<double> binding(types_.size());
  for (std::size_t t = 0; t < types_.size(); ++t) {
    if (settled_[t] >= 0) continue;
    if (cap_row_[t] >= 0) stage.cap_multipliers[t] = std::max(0.0, duals[cap_row_[t]]);
    double sum = stage.cap_multipliers[t];
    for (std::size_t k = 0; k < rows_of_[t].size(); ++k) sum += duals[rows_of_[t][k]] * weights_of_[t][k];
    binding[t] = sum * people_of(types_.types[t]);
    largest = std::max(largest, binding[t]);
  }
  // The multipliers do not carry on what was rounded in stages before; the columns do.
  stage.bound = proved_bound(types_, cuts_, stage, settled_);
  if (std::abs(stage.bound - stage.chance) < rounding) stage.chance = std::max(0.0, stage.bound);
  const bool all = stage.chance >= certain || largest <= is_binding;
  for (std::size_t t = 0; t < types_.size(); ++t)
    if (settled_[t] < 0 && (all || binding[t] > is_binding))
      stage.settled.push_back(static_cast<TypeIndex>(t));
  if (stage.chance >= certain) stage.chance = 1;
  return stage;
}

void StageProgramme::settle(const Stage& stage) {
  for (const auto t : stage.settled) settled_[t] = stage.chance;
  left_ -= stage.settled.size();
  reached_ = stage.chance;
}

std::vector<double> StageProgramme::chances() const {
  std::vector<double> chances;
  for (std::size_t t = 0; t < types_.size(); ++t) {
    const auto base = settled_[t] >= 0 ? settled_[t] : chance();
    const auto above = is_finished() ? 0 : simplex_.primalColumnSolution()[t] / people_of(types_.types[t]);
    chances.push_back(std::clamp(base + above, 0.0, 1.0));
  }
  return chances;
}

}  // namespace

double proved_bound(const Types& types, std::span<const Cut> cuts, const Stage& stage,
                    std::span<const double> chance_of) {
  // The sum over types of weight times count is at most `most`, for any panel.
  std::vector<double> weights(types.size());
  double most = 0;
  for (std::size_t i = 0; i < types.rows.size(); ++i) {
    const auto& row = types.rows[i];
    const auto multiplier = stage.multipliers[i];
    if (multiplier == 0) continue;
    most += multiplier * static_cast<double>(multiplier > 0 ? row.maximum : row.minimum);
    for (const auto t : row.types) weights[t] += multiplier;
  }
  for (std::size_t i = 0; i < cuts.size() && types.rows.size() + i < stage.multipliers.size(); ++i) {
    const auto multiplier = std::max(0.0, stage.multipliers[types.rows.size() + i]);
    if (multiplier == 0) continue;
    most += multiplier * cuts[i].most;
    for (std::size_t t = 0; t < types.size(); ++t) weights[t] += multiplier * cuts[i].weights[t];
  }
  double sum = 0;  // of what multiplies the chance of the stage
  for (std::size_t t = 0; t < types.size(); ++t) {
    const auto& type = types.types[t];
    const auto people = people_of(type);
    const auto cap = stage.cap_multipliers[t];
    const auto weight = weights[t] + cap;
    most += cap * static_cast<double>(type.most);
    // At least people * chance are drawn of a type with a weight above 0, and at most `most` of the others.
    if (weight < 0) most -= weight * static_cast<double>(type.most);
    if (weight > 0 && chance_of[t] >= 0) most -= weight * people * chance_of[t];
    if (weight > 0 && chance_of[t] < 0) sum += weight * people;
  }
  return sum > 0 ? std::min(1.0, most / sum) : 1.0;
}

RelaxedLeximin relaxed_leximin(const Types& types, std::span<const Cut> cuts, std::span<const Stage> known,
                               const RelaxedOptions& options) {
  RelaxedLeximin result;
  result.stages.assign(known.begin(), known.end());
  StageProgramme programme(types, cuts, known);
  result.is_feasible = programme.solve();
  while (result.is_feasible && !programme.is_finished() && result.stages.size() < options.most_stages) {
    result.stages.push_back(programme.stage());
    programme.settle(result.stages.back());
    if (options.go_on && !options.go_on(result.stages.back())) break;
    // The rows were met a stage ago: not to meet them now is rounding, and the last solution stands.
    if (!programme.is_finished() && !programme.solve()) break;
  }
  result.is_finished = programme.is_finished();
  if (result.is_feasible) result.chances = programme.chances();
  return result;
}

}  // namespace wijktafel::sortition
