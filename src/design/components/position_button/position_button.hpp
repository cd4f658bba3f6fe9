// "Hier sta ik": finds the place of the device and goes to `url` with ?breedte=…&lengte=… behind it.
// Hidden without script or where the browser cannot do it; the place can always be found otherwise.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>

namespace wijktafel::design {

struct PositionButton {
  static constexpr std::string_view component = "design/position_button";
  std::string url;
};
BOOST_DESCRIBE_STRUCT(PositionButton, (), (url))

}  // namespace wijktafel::design
