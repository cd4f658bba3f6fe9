// What an area may set for its reactions; declared in the manifest.
#pragma once

#include "platform/web/service.hpp"

namespace wijktafel::comments::settings {

// "yes": a moderator looks before a reaction is shown; "no": it is shown at once and looked at afterwards.
inline const web::Setting moderated_first{"comments.moderated_first", web::Setting::Type::yes_no, "no"};

}  // namespace wijktafel::comments::settings
