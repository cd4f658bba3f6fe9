// Addresses of the figures.
#pragma once

#include <string>

#include "capabilities/statistics/model.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::statistics {

inline std::string figures_path(const web::AreaRef& area) { return area.path + "/cijfers"; }
// The page or a download ("cijfers.csv") of a period.
inline std::string in_period(const std::string& path, const Period& period) {
  return path + "?van=" + period.from + "&tot=" + period.until;
}

}  // namespace wijktafel::statistics
