// What was sent, as a file for its organisation.
#pragma once

#include "platform/web/call.hpp"

namespace wijktafel::forwarding {

http::Response show_sent_file(const web::Call& call);

}  // namespace wijktafel::forwarding
