#include "platform/html/qr.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijktafel::html {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(QrPicture, is_drawn_with_attributes_and_says_what_it_is) {
  const auto picture =
      qr_picture("https://wijktafel.voorbeeld.nl/rozenland/volg/abc", "Code van <uw> link").markup();
  EXPECT_THAT(picture, HasSubstr("<title>Code van &lt;uw&gt; link</title>"));
  EXPECT_THAT(picture, Not(HasSubstr("style")));
  // Version 4 has 33 modules, and four at each side.
  EXPECT_THAT(picture, HasSubstr("viewBox=\"0 0 41 41\""));
}

TEST(QrPicture, has_the_finder_in_its_upper_left_corner) {
  EXPECT_THAT(qr_picture("a", "b").markup(), HasSubstr("d=\"M4 4h7v1h-7z"));
}

TEST(QrPicture, of_two_texts_differ_and_one_that_is_too_long_is_none) {
  EXPECT_NE(qr_picture("a", "t").markup(), qr_picture("b", "t").markup());
  EXPECT_TRUE(qr_picture(std::string(4000, 'x'), "t").empty());
}

}  // namespace
}  // namespace wijktafel::html
