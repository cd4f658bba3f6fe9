#include "base/text.hpp"

#include <gtest/gtest.h>

using namespace wijktafel;

TEST(Text, SlugsOfRealNeighbourhoods) {
  EXPECT_EQ(slug("Bomen- en Struikenbuurt"), "bomen-en-struikenbuurt");
  EXPECT_EQ(slug("Annie M.G. Schmidtpark Midden"), "annie-mg-schmidtpark-midden");
  EXPECT_EQ(slug("'s-Gravenzande Één"), "s-gravenzande-een");
  EXPECT_EQ(slug("???"), "");
}

TEST(Text, ATitleIsMadeOfTheFirstWords) {
  EXPECT_EQ(first_words("Drie lampen\n doen het  niet.", 120), "Drie lampen doen het niet.");
  EXPECT_EQ(first_words("Drie lampen doen het niet", 15), "Drie lampen…");
}

TEST(Text, LengthCountsCodePointsAndNeverCutsOne) {
  EXPECT_EQ(length("één"), 3u);
  EXPECT_EQ(first("één", 1), "é");
  EXPECT_TRUE(is_utf8("één €"));
  EXPECT_FALSE(is_utf8("\xC3"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
}

TEST(Text, WhatIsTypedIsMadeTidy) { EXPECT_EQ(tidy(" a\r\nb\x01\rc "), "a\nb\nc"); }
