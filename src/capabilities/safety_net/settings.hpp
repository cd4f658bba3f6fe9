// What an area may set for its safety net; declared in the manifest.
#pragma once

#include <vector>

#include "platform/web/service.hpp"

namespace wijktafel::safety_net::settings {

// So many working days before a date, whoever has it gets a mail.
inline const web::Setting warn_days{"safety_net.warn_days", web::Setting::Type::whole_number, "2"};
// So many working days the desk has to say what happens now; then it is late itself.
inline const web::Setting desk_days{"safety_net.desk_days", web::Setting::Type::whole_number, "3"};

inline std::vector<web::Setting> all() { return {warn_days, desk_days}; }

}  // namespace wijktafel::safety_net::settings
