#include <gtest/gtest.h>
#include <thread>

#include "platform/geo/geometry.hpp"

namespace wijktafel::geo {
namespace {

// A square of a hundredth of a degree with this corner in the south-west, counted in hundredths
// from 4.5, 52.0.
MultiPolygon square(int x, int y, int size = 1) {
  const auto at = [](int east, int north) { return Point{4.5 + east * 0.01, 52.0 + north * 0.01}; };
  return {{{at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size), at(x, y)}, {}}};
}

MultiPolygon square_with_a_hole() {
  auto shape = square(0, 0, 3);
  shape.front().holes.push_back(square(1, 1).front().outer);
  return shape;
}

TEST(Coordinates, TheTowerThatAmersfoortIsMeasuredFromIsTheMiddleOfRd) {
  // Onze Lieve Vrouwetoren: by definition 155,000 / 463,000; its WGS84 place as published by Kadaster.
  const Point tower = from_rd(155'000, 463'000);
  EXPECT_NEAR(tower.longitude, 5.387206, 0.00001);
  EXPECT_NEAR(tower.latitude, 52.155174, 0.00001);
}

TEST(Coordinates, WestertorenIsWithinAMetre) {
  const auto [x, y] = to_rd({4.883526, 52.374532});
  EXPECT_NEAR(x, 120'700.7, 1);
  EXPECT_NEAR(y, 487'525.5, 1);
}

TEST(Coordinates, ThereAndBackIsTheSamePlaceOnEveryThread) {
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([thread] {
      const auto [x, y] = to_rd(from_rd(93'000 + thread, 446'000));
      EXPECT_NEAR(x, 93'000 + thread, 0.01);
      EXPECT_NEAR(y, 446'000, 0.01);
    });
  }
}

TEST(Coordinates, DistanceAgreesWithRdNew) {
  const Point from = from_rd(92'000, 446'000);
  const Point to = from_rd(95'000, 450'000);
  EXPECT_NEAR(distance_m(from, to), 5'000, 1);  // RD New shrinks distances by less than 1 in 10,000
  EXPECT_EQ(distance_m(from, from), 0);
}

TEST(Shapes, APointInAHoleLiesOutside) {
  EXPECT_TRUE(contains(square_with_a_hole(), {4.505, 52.005}));
  EXPECT_FALSE(contains(square_with_a_hole(), {4.515, 52.015}));
  EXPECT_FALSE(contains(square_with_a_hole(), {4.49, 52.005}));
}

TEST(Shapes, AreaLeavesOutTheHole) {
  EXPECT_NEAR(area_km2(square_with_a_hole()) / area_km2(square(1, 1)), 8, 0.001);
  // One hundredth of a degree at 52 north: 686.8 m by 1,112.7 m.
  EXPECT_NEAR(area_km2(square(0, 0)), 0.7642, 0.001);
}

TEST(Shapes, TheCentreLiesInsideABentShapeToo) {
  const MultiPolygon bent = dissolve({square(0, 0), square(1, 0), square(2, 0), square(0, 1), square(0, 2)});
  EXPECT_TRUE(contains(bent, centre(bent)));
  EXPECT_TRUE(contains(square_with_a_hole(), centre(square_with_a_hole())));
}

TEST(Shapes, BoundsHoldEveryPart) {
  const Box box = bounds({square(0, 0).front(), square(5, 7).front()});
  EXPECT_DOUBLE_EQ(box.west, 4.5);
  EXPECT_DOUBLE_EQ(box.south, 52.0);
  EXPECT_DOUBLE_EQ(box.east, 4.56);
  EXPECT_DOUBLE_EQ(box.north, 52.08);
}

TEST(ShapeIndexTest, FindsTheAreaOfAPointAndNoneOutside) {
  const ShapeIndex index({{"west", square(0, 0)}, {"east", square(1, 0)}, {"around", square_with_a_hole()}});
  EXPECT_EQ(index.find({4.505, 52.005}), "west");
  EXPECT_EQ(index.find({4.515, 52.005}), "east");
  EXPECT_EQ(index.find({4.525, 52.025}), "around");
  EXPECT_FALSE(index.find({4.515, 52.015}));
  EXPECT_FALSE(index.find({5.5, 52.005}));
}

TEST(ShapeIndexTest, APointOnASharedBorderAlwaysHasTheSameArea) {
  const ShapeIndex index({{"west", square(0, 0)}, {"east", square(1, 0)}});
  EXPECT_EQ(index.find(square(1, 0).front().outer.front()), "west");
}

TEST(Dissolve, TwoNeighboursBecomeOneOutline) {
  const auto outline = dissolve({square(0, 0), square(1, 0)});
  ASSERT_EQ(outline.size(), 1u);
  EXPECT_EQ(outline.front().outer.size(), 7u);
  EXPECT_NEAR(area_km2(outline), area_km2(square(0, 0)) + area_km2(square(1, 0)), 1e-6);
}

TEST(Dissolve, WhatNobodyFillsStaysAHole) {
  std::vector<MultiPolygon> ring;
  for (int x = 0; x < 3; ++x)
    for (int y = 0; y < 3; ++y)
      if (x != 1 || y != 1) ring.push_back(square(x, y));
  const auto outline = dissolve(ring);
  ASSERT_EQ(outline.size(), 1u);
  ASSERT_EQ(outline.front().holes.size(), 1u);
  EXPECT_FALSE(contains(outline, {4.515, 52.015}));
}

TEST(Dissolve, AreasThatTouchInOneCornerStayTwoParts) {
  const auto outline = dissolve({square(0, 0), square(1, 1)});
  EXPECT_EQ(outline.size(), 2u);
}

TEST(Dissolve, AHoleThatTouchesTheOutlineInOneCornerIsStillAHole) {
  // Three by three without the middle and without one corner: hole and outside meet in one point.
  std::vector<MultiPolygon> parts;
  for (int x = 0; x < 3; ++x)
    for (int y = 0; y < 3; ++y)
      if (!(x == 1 && y == 1) && !(x == 2 && y == 2)) parts.push_back(square(x, y));
  const auto outline = dissolve(parts);
  ASSERT_EQ(outline.size(), 1u);
  EXPECT_EQ(outline.front().holes.size(), 1u);
}

TEST(Dissolve, BordersThatDoNotShareTheirCornersAreUnitedAllTheSame) {
  // One long edge beside two short ones.
  const auto outline = dissolve({square(0, 0, 2), square(2, 0), square(2, 1)});
  ASSERT_EQ(outline.size(), 1u);
  EXPECT_TRUE(outline.front().holes.empty());
  EXPECT_NEAR(area_km2(outline), 6 * area_km2(square(0, 0)), 0.01);
}

TEST(Dissolve, AnAreaGivenTwiceCountsOnce) {
  EXPECT_NEAR(area_km2(dissolve({square(0, 0), square(0, 0)})), area_km2(square(0, 0)), 1e-6);
}

}  // namespace
}  // namespace wijktafel::geo
