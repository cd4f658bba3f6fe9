// A list without anything in it yet: says so, and what a person can do.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "design/link.hpp"

namespace wijktafel::design {

struct EmptyState {
  static constexpr std::string_view component = "design/empty_state";
  std::string text;
  std::optional<Link> action = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(EmptyState, (), (text, action))

}  // namespace wijktafel::design
