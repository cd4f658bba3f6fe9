// One thing to agree with or to switch on: a single checkbox. The value sent is "yes".
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::design {

struct TickBox {
  static constexpr std::string_view component = "design/tick_box";
  std::string name;
  std::string label;
  bool ticked = false;
  std::optional<std::string> hint = std::nullopt;
  std::optional<std::string> error = std::nullopt;
  std::optional<std::string> described_by = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(TickBox, (), (name, label, ticked, hint, error, described_by))

}  // namespace wijktafel::design
