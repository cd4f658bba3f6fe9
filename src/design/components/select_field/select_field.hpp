// One of many answers (more than about seven), in a list that opens. The first line is empty: "Kies".
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/components/choice.hpp"

namespace wijktafel::design {

struct SelectField {
  static constexpr std::string_view component = "design/select_field";
  std::string name;
  std::string label;
  bool optional = false;
  std::optional<std::string> hint = std::nullopt;
  std::optional<std::string> error = std::nullopt;
  std::optional<std::string> described_by = std::nullopt;
  std::vector<Choice> choices = {};
};
BOOST_DESCRIBE_STRUCT(SelectField, (), (name, label, optional, hint, error, described_by, choices))

}  // namespace wijktafel::design
