#include "app/terminal/one_line.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijktafel::app {

std::string one_line(std::string_view text) {
  auto line = tidy(text);
  std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

}  // namespace wijktafel::app
