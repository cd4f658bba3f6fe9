// A drawing of the area (geo::draw_svg) with numbered places, and the same places as a list: nothing is only
// on the map. `css_class` is the domain of the place, or chance.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/safe_html.hpp"

namespace wijktafel::design {

struct MapPlace {
  std::string text;
  std::string url;
  std::string css_class;
};
BOOST_DESCRIBE_STRUCT(MapPlace, (), (text, url, css_class))

struct AreaMap {
  static constexpr std::string_view component = "design/area_map";
  html::SafeHtml drawing;
  std::vector<MapPlace> places = {};  // in the order of the numbers on the drawing, from 1
};
BOOST_DESCRIBE_STRUCT(AreaMap, (), (drawing, places))

}  // namespace wijktafel::design
