// Who sends something, and what is said when that was too often.
#pragma once

#include <string>
#include <string_view>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/sender.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::signals {

// `device`: the number of this browser.
Sender sender_of(const web::Call& call, std::string_view device);
// 429; `back_url` leads to where what was typed still is.
http::Response too_many_page(const web::Call& call, const TooManySent& limit, const std::string& back_url);

}  // namespace wijktafel::signals
