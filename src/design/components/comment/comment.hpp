// What somebody wrote under an item: who, when, the text.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "platform/html/safe_html.hpp"

namespace wijktafel::design {

struct Comment {
  static constexpr std::string_view component = "design/comment";
  std::string id;  // "reactie-12": its own address on the page
  std::string who;
  std::optional<std::string> role = std::nullopt;  // "namens Woonstichting"
  std::string when;
  html::SafeHtml text;
};
BOOST_DESCRIBE_STRUCT(Comment, (), (id, who, role, when, text))

}  // namespace wijktafel::design
