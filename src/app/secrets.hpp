// Passwords and keys that this program shows to other systems: by name, from a folder with a file for each
// (as systemd's LoadCredential makes one) or the environment. They stand in no database, page or log.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::app {

// The first line of the file `name` in `folder`, else WIJKTAFEL_SECRET_<NAME> of the environment; nothing
// when there is neither. A name has lower case letters, digits, hyphens and underscores, at most 60.
std::optional<std::string> find_secret(const std::string& folder, std::string_view name);

}  // namespace wijktafel::app
