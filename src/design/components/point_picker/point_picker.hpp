// Choose a place on the drawn map. Without script it is an image button: a press sends <name>.x and <name>.y
// (pixels of the drawing, for geo::place_at) and the page comes back with the mark. With script the mark
// moves at once and the hidden fields `latitude_name` and `longitude_name` are filled; arrow keys move it
// too. The position button shows itself only where a browser can find out where it is.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::design {

struct PointPicker {
  static constexpr std::string_view component = "design/point_picker";
  std::string name = "place";
  std::string label;
  std::optional<std::string> hint = std::nullopt;
  std::optional<std::string> error = std::nullopt;
  std::string image_url;  // the drawing as image/svg+xml, with the mark when there is one
  int width = 600;
  int height = 400;
  double west = 0, south = 0, east = 0, north = 0;  // degrees at the edges of the drawing
  std::string latitude_name = "latitude";
  std::string longitude_name = "longitude";
  std::string latitude = {};  // decimal degrees, "" when nothing is chosen
  std::string longitude = {};
};
BOOST_DESCRIBE_STRUCT(PointPicker, (),
                      (name, label, hint, error, image_url, width, height, west, south, east, north,
                       latitude_name, longitude_name, latitude, longitude))

}  // namespace wijktafel::design
