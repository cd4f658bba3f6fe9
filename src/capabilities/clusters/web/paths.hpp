// Addresses of the pages of clusters.
#pragma once

#include <string>

#include "capabilities/clusters/clusters.hpp"

namespace wijktafel::clusters {

inline constexpr std::string_view segment = "bij-elkaar";

inline std::string clusters_path(const web::AreaRef& area) { return area.path + "/" + std::string(segment); }
inline std::string cluster_path(const web::AreaRef& area, ClusterId id, std::string_view action = {}) {
  const auto page = clusters_path(area) + "/" + std::to_string(raw(id));
  return action.empty() ? page : page + "/" + std::string(action);
}

}  // namespace wijktafel::clusters
