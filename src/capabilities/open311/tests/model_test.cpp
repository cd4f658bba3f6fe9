#include "capabilities/open311/model.hpp"

#include <gtest/gtest.h>

namespace wijktafel::open311 {
namespace {

TEST(Moment, APlusThatBecameASpaceIsPutBack) {
  EXPECT_EQ(moment_of("2026-11-22T10:00:00 01:00"), parse_instant("2026-11-22T10:00:00+01:00"));
  EXPECT_EQ(moment_of("2026-11-22T10:00:00+01:00"), parse_instant("2026-11-22T09:00:00Z"));
}

TEST(Moment, WithoutZoneItIsNone) {
  for (const auto* text : {"2026-11-22T10:00:00", "2026-11-22"}) {
    EXPECT_FALSE(moment_of(text)) << text;
    EXPECT_TRUE(lacks_zone(text)) << text;
  }
  EXPECT_FALSE(lacks_zone("gisteren"));
  EXPECT_FALSE(lacks_zone("2026-11-22T10:00:00Z"));
}

TEST(Place, IsTwoNumbersOnTheGlobe) {
  EXPECT_EQ(point_of("52.5", "4.5"), (geo::Point{4.5, 52.5}));
  EXPECT_FALSE(point_of("52,5", "4.5"));
  EXPECT_FALSE(point_of("91", "4"));
  EXPECT_FALSE(point_of("nan", "4"));
  EXPECT_FALSE(point_of("", "4"));
}

TEST(Choices, AreAKeyAndANameALineAndEachKeyOnce) {
  const auto choices = choices_from("rood = Rode lamp\n\nuit\n");
  ASSERT_TRUE(choices);
  ASSERT_EQ(choices->size(), 2u);
  EXPECT_EQ(choices->front().key, "rood");
  EXPECT_EQ(choices->front().name, "Rode lamp");
  EXPECT_EQ(choices->back().name, "uit");
  EXPECT_FALSE(choices_from("a = b\na = c"));
  EXPECT_FALSE(choices_from("= zonder sleutel"));
}

TEST(Codes, StandInAddressesAndBetweenBrackets) {
  EXPECT_TRUE(is_code("LAMP_nr-2"));
  for (const auto* text : {"", "a b", "a]", "é"}) EXPECT_FALSE(is_code(text)) << text;
}

}  // namespace
}  // namespace wijktafel::open311
