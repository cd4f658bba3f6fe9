// The buttons at the end of a form: one main button, at most one other, and a way out.
// A second button sends `other_name`=`other_value`; the script sends a form once however often a button is
// pressed.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "design/link.hpp"

namespace wijktafel::design {

struct OtherButton {
  std::string text;
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(OtherButton, (), (text, name, value))

struct SubmitRow {
  static constexpr std::string_view component = "design/submit_row";
  std::string text;
  std::optional<OtherButton> other = std::nullopt;
  std::optional<Link> way_out = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(SubmitRow, (), (text, other, way_out))

}  // namespace wijktafel::design
