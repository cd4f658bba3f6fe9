// A day. `value` is yyyy-mm-dd, or what was typed where the browser has no calendar.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::design {

struct DateField {
  static constexpr std::string_view component = "design/date_field";
  std::string name;
  std::string label;
  std::string value = {};
  bool optional = false;
  std::optional<std::string> hint = std::nullopt;
  std::optional<std::string> error = std::nullopt;
  std::optional<std::string> described_by = std::nullopt;
  std::optional<std::string> earliest = std::nullopt;  // yyyy-mm-dd
  std::optional<std::string> latest = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(DateField, (),
                      (name, label, value, optional, hint, error, described_by, earliest, latest))

}  // namespace wijktafel::design
