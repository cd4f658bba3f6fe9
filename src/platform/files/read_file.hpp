#pragma once

#include <optional>
#include <string>

namespace wijktafel::files {

// The whole file, or nothing when it cannot be read. For what an operator names on the command line.
std::optional<std::string> read_file(const std::string& path);

}  // namespace wijktafel::files
