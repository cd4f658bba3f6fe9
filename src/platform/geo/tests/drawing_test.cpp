#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/geo/geometry.hpp"

namespace wijktafel::geo {
namespace {

using testing::HasSubstr;
using testing::Not;

const MultiPolygon here{{{{4.50, 52.00}, {4.51, 52.00}, {4.51, 52.01}, {4.50, 52.01}, {4.50, 52.00}}, {}}};
const MultiPolygon far_away{
    {{{5.50, 52.00}, {5.51, 52.00}, {5.51, 52.01}, {5.50, 52.01}, {5.50, 52.00}}, {}}};

Drawing drawing() {
  Drawing drawing;
  drawing.title = "Kaart van \"Hier\" & <daar>";
  drawing.view = bounds(here);
  drawing.areas = {{"Bomen- & Struikenbuurt", "", "area here", &here}};
  return drawing;
}

TEST(DrawSvg, TextIsEscapedAndNamed) {
  const auto svg = draw_svg(drawing()).markup();
  EXPECT_THAT(svg, HasSubstr(R"(role="img")"));
  EXPECT_THAT(svg, HasSubstr("<title>Kaart van &quot;Hier&quot; &amp; &lt;daar&gt;</title>"));
  EXPECT_THAT(svg, HasSubstr("<title>Bomen- &amp; Struikenbuurt</title>"));
  EXPECT_THAT(svg, Not(HasSubstr("<daar>")));
  EXPECT_THAT(svg, Not(HasSubstr("style=")));
}

TEST(DrawSvg, TheViewFitsWithNorthUp) {
  // The square is higher than wide, so it fills the height of 400 and stands in the middle of the width of
  // 600: 686.8 m at 400 / 1112.7 pixels per metre is 246.9 wide.
  EXPECT_THAT(draw_svg(drawing()).markup(),
              HasSubstr(R"(d="M176.6 400.0L423.4 400.0L423.4 0.0L176.6 0.0Z")"));
}

TEST(DrawSvg, WithLinksItIsAGroupAndEveryAreaIsALink) {
  auto with_links = drawing();
  with_links.areas.front().url = "/lansingerland/oranjebuurt?a=1&b=2";
  const auto svg = draw_svg(with_links).markup();
  EXPECT_THAT(svg, HasSubstr(R"(role="group")"));
  EXPECT_THAT(svg, HasSubstr(R"(<a href="/lansingerland/oranjebuurt?a=1&amp;b=2")"));
}

TEST(DrawSvg, WhatCannotBeSeenIsNotSent) {
  auto more = drawing();
  more.areas.push_back({"Ver weg", "", "area", &far_away});
  EXPECT_THAT(draw_svg(more).markup(), Not(HasSubstr("Ver weg")));
}

TEST(DrawSvg, PinsHaveTheirNumberAndColourByClass) {
  auto pinned = drawing();
  pinned.pins = {{{4.505, 52.005}, 3, "social", "Samen eten"}};
  EXPECT_THAT(
      draw_svg(pinned).markup(),
      HasSubstr(R"(<g class="pin social"><title>Samen eten</title><circle cx="300.0" cy="200.0" r="11"/>)"
                R"(<text x="300.0" y="204.0">3</text></g>)"));
}

TEST(DrawSvg, AClickIsBroughtBackToItsPlace) {
  const auto picture = drawing();
  const Point corner = place_at(picture, 177, 400);
  EXPECT_NEAR(corner.longitude, 4.50, 0.0001);
  EXPECT_NEAR(corner.latitude, 52.00, 0.0001);
  const Point middle = place_at(picture, 300, 200);
  EXPECT_NEAR(middle.longitude, 4.505, 1e-9);
  EXPECT_NEAR(middle.latitude, 52.005, 1e-9);
}

}  // namespace
}  // namespace wijktafel::geo
