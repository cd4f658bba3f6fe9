// The services of a municipality: its themes, as far as they may be spoken of in public, and one for what has
// no theme yet.
#pragma once

#include "capabilities/open311/model.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::open311 {

// What may be reported by a program: active, not confidential, and not something that goes by another door.
std::vector<Service> list_services(const web::Call& call, db::Transaction& tx);
std::optional<Service> find_service(const web::Call& call, db::Transaction& tx, std::string_view code);

// For what is given out: names of all themes, also those no longer offered, and which of them never leave.
struct ThemeNames {
  std::map<std::string, std::string, std::less<>> names;
  std::vector<std::string> secret;
};
ThemeNames theme_names(const web::Call& call, db::Transaction& tx);

}  // namespace wijktafel::open311
