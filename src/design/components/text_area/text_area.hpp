// Several lines of text. With `most` a script counts what is left, politely; without it the server says so.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::design {

struct TextArea {
  static constexpr std::string_view component = "design/text_area";
  std::string name;
  std::string label;
  std::string value = {};
  bool optional = false;
  std::optional<std::string> hint = std::nullopt;
  std::optional<std::string> error = std::nullopt;
  std::optional<std::string> described_by = std::nullopt;
  int rows = 5;
  std::optional<int> most = std::nullopt;  // characters
};
BOOST_DESCRIBE_STRUCT(TextArea, (), (name, label, value, optional, hint, error, described_by, rows, most))

}  // namespace wijktafel::design
