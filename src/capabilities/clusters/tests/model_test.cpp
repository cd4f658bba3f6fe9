// Which signals lie together, and which do not.
#include "capabilities/clusters/model.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace wijktafel::clusters {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Instant monday = parse_instant("2026-11-02T10:00:00+01:00").value();
const Rule rule{.number = 3, .metres = 100, .days = 10};

Spot spot(double x_m, double y_m, int day = 0) {
  return {.item = ItemId{1}, .x_m = x_m, .y_m = y_m, .reported_at = monday + std::chrono::days(day)};
}

TEST(ClusterModel, ThreeNearEachOtherLieTogetherAndTwoDoNot) {
  EXPECT_THAT(together_with({spot(0, 0), spot(50, 0)}, 0, rule), IsEmpty());
  EXPECT_THAT(together_with({spot(0, 0), spot(50, 0), spot(0, 50)}, 0, rule), ElementsAre(0, 1, 2));
}

TEST(ClusterModel, AHundredMetresIsNearAndAHundredAndOneIsNot) {
  EXPECT_TRUE(are_near(spot(0, 0), spot(60, 80), rule));
  EXPECT_FALSE(are_near(spot(0, 0), spot(61, 80), rule));
}

TEST(ClusterModel, TenDaysIsNearAndElevenIsNot) {
  EXPECT_TRUE(are_near(spot(0, 0, 10), spot(0, 0), rule));
  EXPECT_FALSE(are_near(spot(0, 0), spot(0, 0, 11), rule));
}

TEST(ClusterModel, WhatIsNearADenseOneBelongsToItEvenAtTheEdge) {
  // The last has only two near it, the third three.
  const std::vector<Spot> row{spot(0, 0), spot(40, 0), spot(80, 0), spot(170, 0)};
  EXPECT_THAT(together_with(row, 3, rule), ElementsAre(0, 1, 2, 3));
}

TEST(ClusterModel, AChainIsFollowedFromDenseToDenseOnly) {
  const std::vector<Spot> row{spot(0, 0), spot(90, 0), spot(180, 0), spot(270, 0), spot(500, 0)};
  EXPECT_THAT(together_with(row, 0, rule), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(together_with(row, 4, rule), IsEmpty());
}

TEST(ClusterModel, TheOrderOfTheSignalsChangesNothing) {
  std::vector<Spot> spots{spot(0, 0), spot(90, 0), spot(180, 0), spot(270, 0), spot(500, 0), spot(20, 30, 9)};
  for (std::size_t i = 0; i < spots.size(); ++i) spots[i].item = ItemId{static_cast<std::int64_t>(i + 1)};
  const auto members = [&](ItemId from) {
    const auto start = std::ranges::find(spots, from, &Spot::item) - spots.begin();
    std::vector<ItemId> ids;
    for (const auto i : together_with(spots, static_cast<std::size_t>(start), rule))
      ids.push_back(spots[i].item);
    std::ranges::sort(ids);
    return ids;
  };
  const auto before = members(ItemId{1});
  EXPECT_EQ(before.size(), 5u);
  std::ranges::reverse(spots);
  EXPECT_EQ(members(ItemId{1}), before);
  EXPECT_EQ(members(ItemId{3}), before);
}

TEST(ClusterModel, AThresholdOfNothingMakesNothing) {
  EXPECT_THAT(together_with({spot(0, 0)}, 0, {.number = 0}), IsEmpty());
}

TEST(ClusterModel, SquaresReachAsFarAsTheRule) {
  EXPECT_EQ(squares_around({.metres = 250}), 1);
  EXPECT_EQ(squares_around({.metres = 251}), 2);
  EXPECT_EQ(square_of(-1), -1);
  EXPECT_EQ(square_of(249), 0);
}

}  // namespace
}  // namespace wijktafel::clusters
