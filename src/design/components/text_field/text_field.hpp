// One line of text: a name, an address, a number. `name` is also the id, to which the summary of faults
// links. Made by Fields::text; `type` and `autocomplete` as in HTML, `unit` stands before the box ("€").
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::design {

struct TextField {
  static constexpr std::string_view component = "design/text_field";
  std::string name;
  std::string label;
  std::string value = {};
  bool optional = false;
  std::optional<std::string> hint = std::nullopt;
  std::optional<std::string> error = std::nullopt;
  std::optional<std::string> described_by = std::nullopt;
  std::string type = "text";
  std::optional<std::string> autocomplete = std::nullopt;
  std::optional<std::string> input_mode = std::nullopt;
  std::optional<std::string> unit = std::nullopt;
  std::string width = "full";  // full, medium, short
};
BOOST_DESCRIBE_STRUCT(TextField, (),
                      (name, label, value, optional, hint, error, described_by, type, autocomplete,
                       input_mode, unit, width))

}  // namespace wijktafel::design
