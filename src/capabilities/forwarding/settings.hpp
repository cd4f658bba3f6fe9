// What a municipality may set about forwarding; declared in the manifest.
#pragma once

#include "platform/web/service.hpp"

namespace wijktafel::forwarding::settings {

// Where mail for this program comes in (docs/mail-in.md); empty: a department cannot answer by mail.
inline const web::Setting reply_address{"forwarding.reply_address", web::Setting::Type::text, ""};

}  // namespace wijktafel::forwarding::settings
