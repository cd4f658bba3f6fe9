#include "compute/sortition/completion.hpp"

#include <CbcHeuristic.hpp>
#include <CbcModel.hpp>
#include <CglGomory.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <CglProbing.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/result.hpp"

namespace wijktafel::sortition {

// Columns: a group's count each, then, for a relaxation, how much each minimum and each maximum gives way.
class Completion::Programme {
 public:
  explicit Programme(const Completion& completion) : completion_(completion) {
    for (const auto& group : completion.groups_) add_column(0, static_cast<double>(group.people.size()), 0);
    add_row(
        size_row(),
        static_cast<double>(completion.pool_.panel_size) - static_cast<double>(completion.members_.size()),
        static_cast<double>(completion.pool_.panel_size) - static_cast<double>(completion.members_.size()));
    add_households();
  }

  void add_quotas(const AskedQuotas& asked) {
    const auto& features = completion_.pool_.features;
    for (std::size_t f = 0; f < features.size(); ++f) {
      const double there = static_cast<double>(completion_.counts_[f]);
      const double lower = asked.minima[f] ? static_cast<double>(features[f].minimum) - there : -COIN_DBL_MAX;
      const double upper = asked.maxima[f] ? static_cast<double>(features[f].maximum) - there : COIN_DBL_MAX;
      add_row(feature_row(f), lower, upper);
    }
  }

  // Two rows for each feature: count + given >= minimum, count - given <= maximum.
  void add_quotas(const QuotaPrices& prices) {
    const auto& features = completion_.pool_.features;
    for (std::size_t f = 0; f < features.size(); ++f) {
      const double there = static_cast<double>(completion_.counts_[f]);
      auto row = feature_row(f);
      row.push_back({column_count_, 1});
      add_column(0, static_cast<double>(features[f].minimum - prices.lowest[f]), prices.minimum[f]);
      add_row(row, static_cast<double>(features[f].minimum) - there, COIN_DBL_MAX);
      row.back() = {column_count_, -1};
      add_column(0, static_cast<double>(prices.highest[f] - features[f].maximum), prices.maximum[f]);
      add_row(row, -COIN_DBL_MAX, static_cast<double>(features[f].maximum) - there);
    }
  }

  struct Solution {
    std::optional<std::vector<std::int64_t>> counts;  // one for each column; nothing: none found
    bool is_settled = true;                           // the cheapest, or proved that there are none
  };

  Solution solve() {
    OsiClpSolverInterface solver;
    solver.messageHandler()->setLogLevel(0);
    CoinPackedMatrix matrix(false, rows_of_.data(), columns_of_.data(), values_.data(),
                            static_cast<CoinBigIndex>(values_.size()));
    matrix.setDimensions(static_cast<int>(row_lower_.size()), column_count_);
    solver.loadProblem(matrix, lower_.data(), upper_.data(), cost_.data(), row_lower_.data(),
                       row_upper_.data());
    for (int i = 0; i < column_count_; ++i) solver.setInteger(i);
    solver.initialSolve();
    if (solver.isProvenPrimalInfeasible()) return {};
    CbcModel model(solver);
    model.setLogLevel(0);
    CglProbing probing;
    CglGomory gomory;
    CglMixedIntegerRounding2 rounding;
    model.addCutGenerator(&probing, -1, "probing");
    model.addCutGenerator(&gomory, -1, "gomory");
    model.addCutGenerator(&rounding, -1, "rounding");
    CbcRounding heuristic(model);
    model.addHeuristic(&heuristic);
    model.setMaximumNodes(completion_.most_nodes_);
    model.branchAndBound();
    Solution solution;
    solution.is_settled = model.status() == 0;
    if (model.bestSolution() == nullptr) return solution;
    auto& counts = solution.counts.emplace();
    counts.reserve(static_cast<std::size_t>(column_count_));
    for (int i = 0; i < column_count_; ++i) counts.push_back(std::llround(model.bestSolution()[i]));
    return solution;
  }

  std::size_t group_count() const { return completion_.groups_.size(); }

 private:
  struct Entry {
    int column;
    double value;
  };
  using Row = std::vector<Entry>;

  void add_column(double lower, double upper, double cost) {
    lower_.push_back(lower);
    upper_.push_back(upper);
    cost_.push_back(cost);
    ++column_count_;
  }

  void add_row(const Row& row, double lower, double upper) {
    for (const auto& [column, value] : row) {
      rows_of_.push_back(static_cast<int>(row_lower_.size()));
      columns_of_.push_back(column);
      values_.push_back(value);
    }
    row_lower_.push_back(lower);
    row_upper_.push_back(upper);
  }

  Row size_row() const {
    Row row;
    for (std::size_t g = 0; g < group_count(); ++g) row.push_back({static_cast<int>(g), 1});
    return row;
  }

  Row feature_row(std::size_t feature) const {
    Row row;
    for (std::size_t g = 0; g < group_count(); ++g)
      if (std::ranges::find(completion_.groups_[g].features, feature) !=
          completion_.groups_[g].features.end())
        row.push_back({static_cast<int>(g), 1});
    return row;
  }

  void add_households() {
    std::map<HouseholdIndex, Row> rows;
    for (std::size_t g = 0; g < group_count(); ++g)
      if (const auto& household = completion_.groups_[g].household)
        rows[*household].push_back({static_cast<int>(g), 1});
    for (const auto& [household, room] : completion_.room_left_)
      if (const auto row = rows.find(household); row != rows.end())
        add_row(row->second, 0, static_cast<double>(room));
  }

  const Completion& completion_;
  int column_count_ = 0;
  std::vector<double> lower_, upper_, cost_, row_lower_, row_upper_, values_;
  std::vector<int> rows_of_, columns_of_;
};

AskedQuotas AskedQuotas::all(const Pool& pool) {
  return {std::vector<bool>(pool.features.size(), true), std::vector<bool>(pool.features.size(), true)};
}

Completion::Completion(const Pool& pool, Panel members, std::span<const PersonIndex> candidates,
                       int most_nodes)
    : pool_(pool), members_(std::move(members)), counts_(pool.features.size()), most_nodes_(most_nodes) {
  std::ranges::sort(members_);
  count_members();
  make_groups(candidates);
}

void Completion::count_members() {
  std::map<HouseholdIndex, std::int64_t> households;
  for (const auto member : members_) {
    for (const auto feature : pool_.people[member].features) ++counts_[feature];
    ++households[pool_.people[member].household];
  }
  members_fit_ = static_cast<std::int64_t>(members_.size()) <= pool_.panel_size;
  if (pool_.per_household <= 0) return;
  for (const auto& [household, count] : households) members_fit_ &= count <= pool_.per_household;
  for (const auto& person : pool_.people) households.try_emplace(person.household, 0);
  for (const auto& [household, count] : households)
    room_left_.emplace_back(household, std::max<std::int64_t>(0, pool_.per_household - count));
}

void Completion::make_groups(std::span<const PersonIndex> candidates) {
  std::map<HouseholdIndex, std::int64_t> willing;
  for (const auto candidate : candidates) ++willing[pool_.people[candidate].household];
  std::map<std::pair<std::vector<FeatureIndex>, std::optional<HouseholdIndex>>, std::size_t> places;
  const std::map<HouseholdIndex, std::int64_t> room(room_left_.begin(), room_left_.end());
  for (const auto candidate : candidates) {
    const auto& person = pool_.people[candidate];
    std::optional<HouseholdIndex> household;
    if (pool_.per_household > 0 && willing.at(person.household) > room.at(person.household))
      household = person.household;
    const auto [place, is_new] = places.try_emplace({person.features, household}, groups_.size());
    if (is_new) groups_.push_back({person.features, household, {}});
    groups_[place->second].people.push_back(candidate);
  }
}

Panel Completion::panel_of(std::span<const std::int64_t> counts) const {
  Panel panel = members_;
  for (std::size_t g = 0; g < groups_.size(); ++g)
    panel.insert(panel.end(), groups_[g].people.begin(), groups_[g].people.begin() + counts[g]);
  std::ranges::sort(panel);
  return panel;
}

std::optional<Panel> Completion::solve(const AskedQuotas& asked) const {
  if (!members_fit_) return std::nullopt;
  Programme programme(*this);
  programme.add_quotas(asked);
  const auto solution = programme.solve();
  if (!solution.counts) return std::nullopt;
  return panel_of(*solution.counts);
}

Possible Completion::is_possible(const AskedQuotas& asked) const {
  if (!members_fit_) return Possible::no;
  Programme programme(*this);
  programme.add_quotas(asked);
  const auto solution = programme.solve();
  if (solution.counts) return Possible::yes;
  return solution.is_settled ? Possible::no : Possible::unsettled;
}

Completion::Changes Completion::relax(const QuotaPrices& prices) const {
  if (!members_fit_) return {};
  Programme programme(*this);
  programme.add_quotas(prices);
  const auto solution = programme.solve();
  Changes found;
  found.is_cheapest = solution.is_settled;
  if (!solution.counts) {
    found.is_possible = solution.is_settled ? Possible::no : Possible::unsettled;
    return found;
  }
  found.is_possible = Possible::yes;
  for (std::size_t f = 0; f < pool_.features.size(); ++f) {
    const auto lowered = (*solution.counts)[groups_.size() + 2 * f];
    const auto raised = (*solution.counts)[groups_.size() + 2 * f + 1];
    const auto feature = static_cast<FeatureIndex>(f);
    const auto& quota = pool_.features[f];
    if (lowered > 0) found.changes.push_back({feature, true, quota.minimum, quota.minimum - lowered});
    if (raised > 0) found.changes.push_back({feature, false, quota.maximum, quota.maximum + raised});
  }
  return found;
}

Panel everybody(const Pool& pool) {
  Panel people(pool.people.size());
  std::iota(people.begin(), people.end(), PersonIndex{0});
  return people;
}

Panel everybody_but(const Pool& pool, std::span<const PersonIndex> people) {
  Panel others;
  for (const auto person : everybody(pool))
    if (!std::ranges::binary_search(people, person)) others.push_back(person);
  return others;
}

}  // namespace wijktafel::sortition
