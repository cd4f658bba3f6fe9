// Margins without a solution are refused with which one, and what to merge.
#include <gtest/gtest.h>

#include "compute/survey/rake.hpp"

namespace wijktafel::survey {
namespace {

TEST(Obstacles, EmptyLevelsAndMarginsThatDisagreeAreSaidTogether) {
  const Sample sample{.base = {1, 1, 1},
                      .margins = {{.level_of = {0, 0, 2}, .totals = {10, 5, 10}},
                                  {.level_of = {0, 1, 1}, .totals = {20, 6}},
                                  {.level_of = {0, 1, 1}, .totals = {0, 25}}}};
  const auto found = rake(sample, {});
  ASSERT_FALSE(found);
  ASSERT_EQ(found.error().size(), 3U);
  const auto& empty = std::get<EmptyLevel>(found.error()[0]);
  EXPECT_EQ(empty.where, (LevelOfMargin{0, 1}));
  EXPECT_EQ(empty.merge_with, 2U);
  const auto& disagree = std::get<TotalsDisagree>(found.error()[1]);
  EXPECT_EQ(disagree.second, 1U);
  EXPECT_EQ(disagree.first_sum, 25);
  EXPECT_EQ(disagree.second_sum, 26);
  const auto& absent = std::get<LevelNotInPopulation>(found.error()[2]);
  EXPECT_EQ(absent.where, (LevelOfMargin{2, 0}));
  EXPECT_EQ(absent.merge_with, 1U);
}

TEST(Obstacles, NoLevelToMergeWith) {
  const Sample sample{.base = {1}, .margins = {{.level_of = {1}, .totals = {10, 0}}}};
  const auto found = rake(sample, {});
  ASSERT_FALSE(found);
  EXPECT_FALSE(std::get<EmptyLevel>(found.error()[0]).merge_with);
}

// Everybody of level 0 is of level 0 of the other margin too; the totals ask for 30 and 20 of them.
TEST(Obstacles, CombinationsThatCannotFit) {
  const Sample sample{.base = {1, 1, 1, 1},
                      .margins = {{.level_of = {0, 0, 1, 1}, .totals = {30, 20}},
                                  {.level_of = {0, 0, 1, 1}, .totals = {20, 30}}}};
  const auto found = rake(sample, {});
  ASSERT_FALSE(found);
  ASSERT_FALSE(found.error().empty());
  for (const auto& obstacle : found.error()) {
    const auto& unmet = std::get<CannotBeMet>(obstacle);
    EXPECT_NE(unmet.wanted, unmet.nearest);
    EXPECT_EQ(unmet.merge_with, 1 - unmet.where.level);
  }
}

// Totals are equal, so that whoever is in between must count for nothing.
TEST(Obstacles, SomebodyWouldCountForNothing) {
  const Sample sample{
      .base = {1, 1, 1},
      .margins = {{.level_of = {0, 0, 1}, .totals = {20, 30}}, {.level_of = {0, 1, 1}, .totals = {20, 30}}}};
  const auto found = rake(sample, {});
  ASSERT_FALSE(found);
  const auto& vanish = std::get<WeightsVanish>(found.error()[0]);
  EXPECT_EQ(vanish.first, (LevelOfMargin{0, 0}));
  EXPECT_EQ(vanish.second, (LevelOfMargin{1, 1}));
}

TEST(Obstacles, BoundsThatAreTooTight) {
  const Sample sample{.base = {1, 1}, .margins = {{.level_of = {0, 1}, .totals = {90, 10}}}};
  const auto found = rake(sample, {.bounds = Bounds{0.5, 1.5}});
  ASSERT_FALSE(found);
  // Scaled to 50 and 50: at most 75 of 90, and at least 25 of 10.
  const auto& unmet = std::get<CannotBeMet>(found.error()[0]);
  EXPECT_NEAR(unmet.nearest, 75, 1e-6);
}

}  // namespace
}  // namespace wijktafel::survey
