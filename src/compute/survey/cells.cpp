#include "compute/survey/cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace wijktafel::survey {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

bool all_equal(std::span<const double> values) {
  return std::ranges::all_of(values, [&](double value) { return value == values.front(); });
}

// How many combinations of levels there can be; 0 when they are too many to have a place each.
std::size_t places_for(std::span<const CodedMargin> margins, std::size_t respondents) {
  const std::size_t most = std::max<std::size_t>(4 * respondents, 65536);
  std::size_t places = 1;
  for (const auto& margin : margins) {
    if (margin.totals.size() > most / places) return 0;
    places *= margin.totals.size();
  }
  return places;
}

class Grouping {
 public:
  Grouping(std::span<const double> base, std::span<const CodedMargin> margins, double most_weight)
      : base_(base), margins_(margins), most_weight_(most_weight) {
    cells_.margins = margins.size();
    for (const auto& margin : margins) {
      cells_.first_column.push_back(cells_.totals.size());
      cells_.totals.insert(cells_.totals.end(), margin.totals.begin(), margin.totals.end());
    }
    cells_.cell_of.resize(base.size());
  }

  Cells grouped() {
    const std::size_t places = places_for(margins_, base_.size());
    if (places > 0 && (std::isinf(most_weight_) || all_equal(base_)))
      by_place(places);
    else
      by_order();
    for (std::size_t i = 0; i < base_.size(); ++i) {
      cells_.base[cells_.cell_of[i]] += base_[i];
      cells_.most[cells_.cell_of[i]] += most_weight_;
    }
    return std::move(cells_);
  }

 private:
  std::uint32_t add_cell(std::size_t respondent) {
    for (std::size_t m = 0; m < margins_.size(); ++m)
      cells_.columns.push_back(
          static_cast<std::uint32_t>(cells_.first_column[m] + margins_[m].level_of[respondent]));
    cells_.base.push_back(0);
    cells_.most.push_back(0);
    return static_cast<std::uint32_t>(cells_.base.size() - 1);
  }

  void by_place(std::size_t places) {
    std::vector<std::uint32_t> place_of(base_.size(), 0);
    for (const auto& margin : margins_) {
      const auto levels = static_cast<std::uint32_t>(margin.totals.size());
      for (std::size_t i = 0; i < base_.size(); ++i) place_of[i] = place_of[i] * levels + margin.level_of[i];
    }
    std::vector<std::uint32_t> somebody(places, nobody);
    for (std::size_t i = 0; i < base_.size(); ++i) somebody[place_of[i]] = static_cast<std::uint32_t>(i);
    for (auto& place : somebody)
      if (place != nobody) place = add_cell(place);
    for (std::size_t i = 0; i < base_.size(); ++i) cells_.cell_of[i] = somebody[place_of[i]];
  }

  void by_order() {
    std::vector<std::uint32_t> order(base_.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto compare = [&](std::uint32_t a, std::uint32_t b) {
      for (const auto& margin : margins_)
        if (margin.level_of[a] != margin.level_of[b]) return margin.level_of[a] < margin.level_of[b] ? -1 : 1;
      if (std::isinf(most_weight_) || base_[a] == base_[b]) return 0;
      return base_[a] < base_[b] ? -1 : 1;
    };
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
      const int found = compare(a, b);
      return found != 0 ? found < 0 : a < b;
    });
    for (std::size_t at = 0; at < order.size(); ++at)
      cells_.cell_of[order[at]] = at == 0 || compare(order[at - 1], order[at]) != 0
                                      ? add_cell(order[at])
                                      : cells_.cell_of[order[at - 1]];
  }

  std::span<const double> base_;
  std::span<const CodedMargin> margins_;
  double most_weight_;
  Cells cells_;
};

}  // namespace

Cells group(std::span<const double> base, std::span<const CodedMargin> margins, double most_weight) {
  return Grouping(base, margins, most_weight).grouped();
}

std::vector<double> column_sums(const Cells& cells, std::span<const double> weight_of_cell) {
  std::vector<double> sums(cells.totals.size(), 0);
  for (std::size_t cell = 0; cell < cells.size(); ++cell)
    for (const auto column : cells.columns_of(cell)) sums[column] += weight_of_cell[cell];
  return sums;
}

double worst_deviation(const Cells& cells, std::span<const double> weight_of_cell) {
  const auto sums = column_sums(cells, weight_of_cell);
  double worst = 0;
  for (std::size_t column = 0; column < sums.size(); ++column) {
    const double off = std::abs(sums[column] - cells.totals[column]);
    worst = std::max(worst, cells.totals[column] > 0 ? off / cells.totals[column] : off);
  }
  return worst;
}

}  // namespace wijktafel::survey
