// What stands in a file, as the terminal may show it: on one line and without control characters, so that it
// cannot pass for what the program says.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::app {

std::string one_line(std::string_view text);

}  // namespace wijktafel::app
