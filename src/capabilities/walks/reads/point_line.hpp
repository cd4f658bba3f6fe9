// A point in one line, as mails show it.
#pragma once

#include <optional>
#include <string>

#include "capabilities/walks/records.hpp"

namespace wijktafel::walks {

// "bij de brug · Verlichting"; nothing when neither is known.
std::optional<std::string> where_of(const Point& point, const std::string& theme);

}  // namespace wijktafel::walks
