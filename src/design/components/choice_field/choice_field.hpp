// One of a few answers (radio buttons). None is chosen beforehand unless the person chose it before.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/components/choice.hpp"

namespace wijktafel::design {

struct ChoiceField {
  static constexpr std::string_view component = "design/choice_field";
  std::string name;
  std::string label;
  bool optional = false;
  std::optional<std::string> hint = std::nullopt;
  std::optional<std::string> error = std::nullopt;
  std::optional<std::string> described_by = std::nullopt;
  std::vector<Choice> choices = {};
};
BOOST_DESCRIBE_STRUCT(ChoiceField, (), (name, label, optional, hint, error, described_by, choices))

}  // namespace wijktafel::design
