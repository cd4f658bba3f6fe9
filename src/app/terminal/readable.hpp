// Text from a file as a terminal may have it: a file of somebody else must not move the cursor, change
// colours or break JSON.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::app {

// Control characters (but \n and \t) and bytes that are not UTF-8 become U+FFFD.
std::string readable(std::string_view text);
// The same, with a space for each \n and \t.
std::string readable_line(std::string_view text);

}  // namespace wijktafel::app
