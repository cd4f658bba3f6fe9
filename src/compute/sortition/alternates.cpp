#include "compute/sortition/alternates.hpp"

#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "compute/lot/lot.hpp"
#include "compute/sortition/completion.hpp"

namespace wijktafel::sortition {
namespace {

constexpr std::size_t most_scenarios = 60;
constexpr std::size_t programme_size = 8000;  // groups times scenarios: seconds, not minutes
constexpr std::size_t least_scenarios = 12;
constexpr std::size_t checks = 200;

Panel who_stay(const Pool& pool, const Panel& panel, const DropOut& drop_out, lot::Lot& lot) {
  Panel stay;
  for (const auto member : panel)
    if (lot.fraction() >= drop_out.chance(pool.people[member])) stay.push_back(member);
  return stay;
}

struct Group {
  std::vector<FeatureIndex> features;
  std::vector<PersonIndex> people;  // in the order of the lot
};

// Everybody outside the panel, in groups of equal people, each in the order of the lot. Under a household
// rule one household gives at most as many alternates as the rule leaves beside the panel.
std::vector<Group> groups_outside(const Pool& pool, const Panel& panel, std::string_view seed) {
  auto order = everybody_but(pool, panel);
  lot::Lot("alternates order", seed).shuffle(order);
  std::map<HouseholdIndex, std::int64_t> households;
  for (const auto member : panel) ++households[pool.people[member].household];
  std::map<std::vector<FeatureIndex>, std::vector<PersonIndex>> groups;
  for (const auto person : order) {
    if (pool.per_household > 0 && ++households[pool.people[person].household] > pool.per_household) continue;
    groups[pool.people[person].features].push_back(person);
  }
  std::vector<Group> list;
  list.reserve(groups.size());
  for (auto& [features, people] : groups) list.push_back({features, std::move(people)});
  return list;
}

// Columns: how many alternates of each group (x), then for each scenario how many of them come in (y), then
// what is short or too much. Minimises the last.
class AlternatesProgramme {
 public:
  AlternatesProgramme(const Pool& pool, const std::vector<Group>& groups, std::size_t count)
      : pool_(pool), groups_(groups) {
    Row total;
    for (const auto& group : groups)
      total.push_back({add_column(static_cast<double>(group.people.size()), 0), 1});
    add_row(total, -COIN_DBL_MAX, static_cast<double>(count));
  }

  void add_scenario(const Panel& stay, std::size_t drop_outs) {
    std::vector<std::int64_t> counts(pool_.features.size());
    for (const auto member : stay)
      for (const auto feature : pool_.people[member].features) ++counts[feature];
    std::vector<Row> rows(pool_.features.size());
    Row all;
    auto& come_in = come_in_.emplace_back();
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const int y = add_column(static_cast<double>(groups_[g].people.size()), 0);
      come_in.push_back(y);
      add_row({{y, 1}, {static_cast<int>(g), -1}}, -COIN_DBL_MAX, 0);
      all.push_back({y, 1});
      for (const auto feature : groups_[g].features) rows[feature].push_back({y, 1});
    }
    all.push_back({add_column(COIN_DBL_MAX, 1), 1});  // a place that stays empty
    add_row(all, static_cast<double>(drop_outs), static_cast<double>(drop_outs));
    for (std::size_t f = 0; f < rows.size(); ++f) add_quota(rows[f], pool_.features[f], counts[f], drop_outs);
  }

  void solve() {
    ClpSimplex simplex;
    simplex.setLogLevel(0);
    CoinPackedMatrix matrix(false, rows_of_.data(), columns_of_.data(), values_.data(),
                            static_cast<CoinBigIndex>(values_.size()));
    matrix.setDimensions(static_cast<int>(row_lower_.size()), static_cast<int>(upper_.size()));
    const std::vector<double> lower(upper_.size());
    simplex.loadProblem(matrix, lower.data(), upper_.data(), cost_.data(), row_lower_.data(),
                        row_upper_.data());
    simplex.initialDualSolve();
    solution_.assign(simplex.getColSolution(), simplex.getColSolution() + upper_.size());
  }

  double alternates(std::size_t group) const { return solution_[group]; }

  // In how many scenarios the next of a group comes in, when `before` of it go first.
  double need(std::size_t group, std::size_t before) const {
    double need = 0;
    for (const auto& columns : come_in_)
      need += std::clamp(solution_[static_cast<std::size_t>(columns[group])] - static_cast<double>(before),
                         0.0, 1.0);
    return need;
  }

 private:
  struct Entry {
    int column;
    double value;
  };
  using Row = std::vector<Entry>;

  int add_column(double upper, double cost) {
    upper_.push_back(upper);
    cost_.push_back(cost);
    return static_cast<int>(upper_.size()) - 1;
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

  void add_quota(Row& row, const Feature& feature, std::int64_t there, std::size_t drop_outs) {
    if (there < feature.minimum) {
      row.push_back({add_column(COIN_DBL_MAX, 1), 1});
      add_row(row, static_cast<double>(feature.minimum - there), COIN_DBL_MAX);
      row.pop_back();
    }
    if (there + static_cast<std::int64_t>(drop_outs) > feature.maximum) {
      row.push_back({add_column(COIN_DBL_MAX, 1), -1});
      add_row(row, -COIN_DBL_MAX, static_cast<double>(feature.maximum - there));
    }
  }

  const Pool& pool_;
  const std::vector<Group>& groups_;
  std::vector<std::vector<int>> come_in_;  // of each scenario, the column of each group
  std::vector<double> upper_, cost_, row_lower_, row_upper_, values_;
  std::vector<int> rows_of_, columns_of_;
  std::vector<double> solution_;
};

// Whole numbers: the whole parts, then the largest fractions, the first group among equals.
std::vector<std::size_t> rounded(const AlternatesProgramme& programme, const std::vector<Group>& groups,
                                 std::size_t count) {
  // Rounding of the simplex: 2.9999999 is 3.
  constexpr double nearly = 1e-7;
  std::vector<std::size_t> whole;
  std::vector<std::pair<double, std::size_t>> fractions;
  std::size_t left = count;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const double wanted =
        std::clamp(programme.alternates(g), 0.0, static_cast<double>(groups[g].people.size()));
    whole.push_back(std::min(left, static_cast<std::size_t>(wanted + nearly)));
    left -= whole.back();
    if (whole.back() < groups[g].people.size())
      fractions.emplace_back(-std::round((wanted - static_cast<double>(whole.back())) / nearly), g);
  }
  std::ranges::sort(fractions);
  while (left > 0 && !fractions.empty()) {
    for (const auto& [fraction, group] : fractions)
      if (left > 0) {
        ++whole[group];
        --left;
      }
    std::erase_if(fractions, [&](const auto& entry) {
      return whole[entry.second] == groups[entry.second].people.size();
    });
  }
  return whole;
}

std::vector<PersonIndex> ranked(const AlternatesProgramme& programme, const std::vector<Group>& groups,
                                const std::vector<std::size_t>& whole) {
  // Need (the largest first), place in the order below, person: equal needs keep that order.
  std::vector<std::tuple<double, std::size_t, PersonIndex>> needs;
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (std::size_t i = 0; i < whole[g]; ++i)
      needs.emplace_back(-std::round(programme.need(g, i) * 1e6), needs.size(), groups[g].people[i]);
  std::ranges::sort(needs);
  std::vector<PersonIndex> people;
  people.reserve(needs.size());
  for (const auto& [need, place, person] : needs) people.push_back(person);
  return people;
}

void measure(const Pool& pool, const Panel& panel, const DropOut& drop_out, std::string_view seed,
             Alternates& alternates) {
  lot::Lot lot("alternates check", seed);
  Panel waiting = alternates.ranked;
  std::ranges::sort(waiting);
  const auto outside = everybody_but(pool, panel);
  const auto asked = AskedQuotas::all(pool);
  std::size_t whole = 0;
  std::size_t whole_by_anybody = 0;
  for (std::size_t i = 0; i < checks; ++i) {
    const auto stay = who_stay(pool, panel, drop_out, lot);
    const bool is_whole =
        stay.size() == panel.size() || Completion(pool, stay, waiting).solve(asked).has_value();
    whole += is_whole ? 1 : 0;
    whole_by_anybody += is_whole || Completion(pool, stay, outside).solve(asked).has_value() ? 1 : 0;
  }
  alternates.whole = static_cast<double>(whole) / static_cast<double>(checks);
  alternates.whole_by_anybody = static_cast<double>(whole_by_anybody) / static_cast<double>(checks);
}

}  // namespace

double DropOut::chance(const Person& person) const {
  double stays = 1 - everybody;
  for (const auto feature : person.features) stays *= 1 - (feature < added.size() ? added[feature] : 0);
  return 1 - stays;
}

Alternates choose_alternates(const Pool& pool, const Panel& panel, const DropOut& drop_out, std::size_t count,
                             std::string_view seed) {
  Alternates alternates;
  for (const auto member : panel) alternates.drop_outs += drop_out.chance(pool.people[member]);
  const auto groups = groups_outside(pool, panel, seed);
  if (groups.empty()) {
    measure(pool, panel, drop_out, seed, alternates);
    return alternates;
  }
  AlternatesProgramme programme(pool, groups, count);
  lot::Lot lot("alternates", seed);
  const auto scenarios = std::clamp(programme_size / groups.size(), least_scenarios, most_scenarios);
  for (std::size_t i = 0; i < scenarios; ++i) {
    const auto stay = who_stay(pool, panel, drop_out, lot);
    if (stay.size() < panel.size()) programme.add_scenario(stay, panel.size() - stay.size());
  }
  programme.solve();
  alternates.ranked = ranked(programme, groups, rounded(programme, groups, count));
  measure(pool, panel, drop_out, seed, alternates);
  return alternates;
}

}  // namespace wijktafel::sortition
