// When an area finds that signals cluster; declared in the manifest.
#pragma once

#include <vector>

#include "platform/web/service.hpp"

namespace wijktafel::clusters::settings {

using Type = web::Setting::Type;

// So many signals of one theme; 0: never.
inline const web::Setting number{"clusters.number", Type::whole_number, "5"};
// Two signals are near each other within so many metres and so many days.
inline const web::Setting metres{"clusters.metres", Type::whole_number, "150"};
inline const web::Setting days{"clusters.days", Type::whole_number, "42"};

inline std::vector<web::Setting> all() { return {number, metres, days}; }

}  // namespace wijktafel::clusters::settings
