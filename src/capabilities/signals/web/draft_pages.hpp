// What every screen of reporting may have to say instead.
#pragma once

#include "platform/web/call.hpp"

namespace wijktafel::signals {

// There is no draft (any more): a friendly sentence and a way to begin again. 410.
http::Response expired_page(const web::Call& call);

}  // namespace wijktafel::signals
