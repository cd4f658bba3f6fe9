// Suppression is attacked: a linear program looks for the least and the most that each hidden cell can be,
// from all that is published.
#include "compute/survey/disclosure.hpp"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>
#include <limits>

#include "compute/lot/lot.hpp"

namespace wijktafel::survey {
namespace {

std::vector<double> with_totals(const CountTable& table) {
  std::vector<double> counts((table.rows + 1) * (table.columns + 1), 0);
  for (std::size_t r = 0; r < table.rows; ++r)
    for (std::size_t c = 0; c < table.columns; ++c)
      for (const auto row : {r, table.rows})
        for (const auto column : {c, table.columns})
          counts[row * (table.columns + 1) + column] +=
              static_cast<double>(table.counts[r * table.columns + c]);
  return counts;
}

// Whoever tries: a variable for each cell and total; what is published is fixed; rows and columns add up.
class Attack {
 public:
  Attack(const CountTable& table, const Suppression& hidden) {
    program_.setLogLevel(0);
    const auto counts = with_totals(table);
    const std::size_t width = table.columns + 1;
    program_.resize(0, static_cast<int>(counts.size()));
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const bool is_hidden = hidden.is_hidden(i / width, i % width);
      program_.setColumnBounds(static_cast<int>(i), is_hidden ? 0 : counts[i],
                               is_hidden ? COIN_DBL_MAX : counts[i]);
      program_.setObjectiveCoefficient(static_cast<int>(i), 0);
    }
    for (std::size_t r = 0; r <= table.rows; ++r)
      add_sum(width, [&](std::size_t c) { return r * width + c; });
    for (std::size_t c = 0; c < width; ++c)
      add_sum(table.rows + 1, [&](std::size_t r) { return r * width + c; });
  }

  double least(std::size_t cell) { return extreme(cell, 1); }
  double most(std::size_t cell) { return extreme(cell, -1); }

 private:
  // The last of a line is its total.
  template <class At>
  void add_sum(std::size_t count, At&& at) {
    std::vector<int> columns;
    std::vector<double> signs;
    for (std::size_t i = 0; i < count; ++i) {
      columns.push_back(static_cast<int>(at(i)));
      signs.push_back(i + 1 < count ? 1 : -1);
    }
    program_.addRow(static_cast<int>(count), columns.data(), signs.data(), 0, 0);
  }
  double extreme(std::size_t cell, double sign) {
    program_.setObjectiveCoefficient(static_cast<int>(cell), sign);
    program_.primal();
    program_.setObjectiveCoefficient(static_cast<int>(cell), 0);
    if (program_.status() == 2) return std::numeric_limits<double>::infinity();  // no end
    EXPECT_EQ(program_.status(), 0);
    return program_.getColSolution()[cell];
  }

  ClpSimplex program_;
};

CountTable random_table(lot::Lot& lot) {
  CountTable table{.rows = 1 + lot.below(6), .columns = 1 + lot.below(5), .counts = {}};
  const std::uint64_t largest = std::vector<std::uint64_t>{8, 20, 60}[lot.below(3)];
  for (std::size_t i = 0; i < table.rows * table.columns; ++i)
    table.counts.push_back(lot.below(4) == 0 ? 0 : lot.below(largest));
  return table;
}

TEST(Disclosure, NoLinearProgramRecoversAHiddenCell) {
  lot::Lot lot("test", "disclosure");
  std::size_t tables = 0, attacked = 0, given_away_without = 0;
  for (int round = 0; round < 600; ++round) {
    const auto table = random_table(lot);
    const std::uint64_t minimum = 3 + lot.below(8);
    const auto counts = with_totals(table);
    if (counts.back() < static_cast<double>(minimum)) continue;
    const auto hidden = suppress(table, minimum);
    ASSERT_FALSE(hidden.hides_everything());
    Suppression small_only(table.rows, table.columns);
    Attack attack(table, hidden);
    ++tables;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const std::size_t row = i / (table.columns + 1), column = i % (table.columns + 1);
      const bool is_small = counts[i] > 0 && counts[i] < static_cast<double>(minimum);
      if (is_small) {
        EXPECT_TRUE(hidden.is_hidden(row, column));
        small_only.hide(row, column);
      }
      if (!hidden.is_hidden(row, column)) continue;
      const double least = attack.least(i), most = attack.most(i);
      EXPECT_LE(least, counts[i] + 1e-6);
      EXPECT_GE(most, counts[i] - 1e-6);
      EXPECT_GE(most - least, static_cast<double>(minimum) - 1e-6)
          << "table " << round << " cell " << row << "," << column;
      ++attacked;
    }
    // The attack is worth something: without the complementary cells it wins.
    Attack easy(table, small_only);
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (small_only.is_hidden(i / (table.columns + 1), i % (table.columns + 1)) &&
          easy.most(i) - easy.least(i) < 1e-6)
        ++given_away_without;
  }
  std::cout << attacked << " hidden cells of " << tables << " tables attacked; " << given_away_without
            << " small cells would be known exactly if only they were hidden\n";
  EXPECT_GT(attacked, 2000U);
  EXPECT_GT(given_away_without, 200U);
}

// All tables of whole numbers that show the same: the slow way, for 2 x 3.
TEST(Disclosure, NoCountingRecoversAHiddenCell) {
  lot::Lot lot("test", "counting");
  std::size_t looked = 0;
  for (int round = 0; round < 30; ++round) {
    CountTable table{.rows = 2, .columns = 3, .counts = {}};
    for (int i = 0; i < 6; ++i) table.counts.push_back(lot.below(9));
    const auto counts = with_totals(table);
    if (counts.back() < 4) continue;
    const auto hidden = suppress(table, 4);
    std::vector<double> least(12, 1e9), most(12, -1);
    const auto end = static_cast<std::uint64_t>(counts.back()) + 1;
    CountTable other = table;
    const auto visit = [&](auto&& self, std::size_t cell, std::uint64_t left) -> void {
      if (cell == 6) {
        if (left != 0) return;
        const auto sums = with_totals(other);
        for (std::size_t i = 0; i < 12; ++i)
          if (!hidden.is_hidden(i / 4, i % 4) && sums[i] != counts[i]) return;
        for (std::size_t i = 0; i < 12; ++i) {
          least[i] = std::min(least[i], sums[i]);
          most[i] = std::max(most[i], sums[i]);
        }
        return;
      }
      const bool is_shown = !hidden.is_hidden(cell / 3, cell % 3);
      const std::uint64_t first = is_shown ? table.counts[cell] : 0;
      const std::uint64_t last = is_shown ? table.counts[cell] + 1 : end;
      for (other.counts[cell] = first; other.counts[cell] < last && other.counts[cell] <= left;
           ++other.counts[cell])
        self(self, cell + 1, left - other.counts[cell]);
    };
    visit(visit, 0, end - 1);
    for (std::size_t i = 0; i < 12; ++i) {
      if (!hidden.is_hidden(i / 4, i % 4)) continue;
      EXPECT_GE(most[i] - least[i], 4) << "round " << round;
      ++looked;
    }
  }
  EXPECT_GT(looked, 50U);
}

TEST(Disclosure, NothingSmallHidesNothing) {
  EXPECT_EQ(suppress({.rows = 2, .columns = 2, .counts = {5, 9, 0, 12}}, 5).count(), 0U);
}

TEST(Disclosure, TooFewInAllHideEverything) {
  EXPECT_TRUE(suppress({.rows = 1, .columns = 2, .counts = {2, 2}}, 5).hides_everything());
}

// One small cell of a table of 3 x 3: it and three others, those of the smallest rectangle with room.
TEST(Disclosure, AsFewRespondentsAsARectangleNeeds) {
  const auto hidden = suppress({.rows = 3, .columns = 3, .counts = {3, 40, 9, 60, 70, 80, 8, 90, 11}}, 5);
  EXPECT_EQ(hidden.count(), 4U);
  for (const auto row : {0, 2})
    for (const auto column : {0, 2})
      EXPECT_TRUE(hidden.is_hidden(static_cast<std::size_t>(row), static_cast<std::size_t>(column)));
}

// Groups with one number each: a second group is hidden, otherwise the total gives the first away.
TEST(Disclosure, ASmallGroupTakesAnother) {
  const auto hidden = suppress({.rows = 3, .columns = 1, .counts = {2, 30, 12}}, 5);
  EXPECT_TRUE(hidden.is_hidden(0, 0) && hidden.is_hidden(0, 1));
  EXPECT_FALSE(hidden.is_hidden(1, 0) || hidden.is_hidden(1, 1));
  EXPECT_TRUE(hidden.is_hidden(2, 0) && hidden.is_hidden(2, 1));
}

}  // namespace
}  // namespace wijktafel::survey
