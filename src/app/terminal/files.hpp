// Whole files for commands that compute. "-" is standard input or output.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::app {

// Throws Failure naming the file and what to do.
std::string file_text(const std::string& path);
// Through a file beside it that takes its name when all is written: never half a file. Throws Failure.
void write_file(const std::string& path, std::string_view text);

}  // namespace wijktafel::app
