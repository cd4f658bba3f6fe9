// What a municipality may set for mail that comes in; declared in the manifest.
#pragma once

#include "platform/web/service.hpp"

namespace wijktafel::mail_in::settings {

// The neighbourhood (its segment in addresses) of mail that names none; empty: such mail is held.
inline const web::Setting area{"mail_in.area", web::Setting::Type::text, ""};

}  // namespace wijktafel::mail_in::settings
