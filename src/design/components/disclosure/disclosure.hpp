// Details that most people do not need: closed at first, open by a press, without script.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>

#include "platform/html/safe_html.hpp"

namespace wijktafel::design {

struct Disclosure {
  static constexpr std::string_view component = "design/disclosure";
  std::string summary;
  html::SafeHtml body;
  bool open = false;
};
BOOST_DESCRIBE_STRUCT(Disclosure, (), (summary, body, open))

}  // namespace wijktafel::design
