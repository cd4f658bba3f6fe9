// Things that can be done on a page at once ("Volg dit", "Vraag hoe het staat"): each a small form that
// posts. `name`=`value` goes along when `name` is given. A main action is primary; at most one.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/link.hpp"

namespace wijktafel::design {

struct PostAction {
  std::string text;
  std::string url;
  bool primary = false;
  std::optional<std::string> name = std::nullopt;
  std::string value = {};
};
BOOST_DESCRIBE_STRUCT(PostAction, (), (text, url, primary, name, value))

struct ActionButtons {
  static constexpr std::string_view component = "design/action_buttons";
  std::vector<PostAction> actions = {};
  std::vector<Link> links = {};  // that open a page first
};
BOOST_DESCRIBE_STRUCT(ActionButtons, (), (actions, links))

}  // namespace wijktafel::design
