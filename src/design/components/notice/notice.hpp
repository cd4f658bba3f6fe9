// What just happened, or what a person must know first. Tones: success ("Dank u wel"), info, warning.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "design/link.hpp"

namespace wijktafel::design {

struct Notice {
  static constexpr std::string_view component = "design/notice";
  std::string tone = "info";
  std::string title;
  std::optional<std::string> text = std::nullopt;
  std::optional<Link> link = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (tone, title, text, link))

}  // namespace wijktafel::design
