// The handlers of forwarding, and what it puts on pages of others.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::forwarding {

std::vector<web::Route> routes();

// Slot "signal_actions": where it went, and for who works on it what is wrong and what can be done.
html::SafeHtml show_on_signal(const web::Call& call, std::int64_t subject);
// Slot "area_work": what did not go.
html::SafeHtml show_failed_work(const web::Call& call, std::int64_t subject);
// Slot "my_administration".
html::SafeHtml link_to_manage(const web::Call& call, std::int64_t subject);

http::Response post_send(const web::Call& call);
http::Response post_retry(const web::Call& call);

http::Response show_destinations(const web::Call& call);
http::Response show_add(const web::Call& call);
http::Response post_add(const web::Call& call);
http::Response post_retry_all(const web::Call& call);
http::Response show_destination(const web::Call& call);
http::Response post_change(const web::Call& call);
http::Response post_end(const web::Call& call);
http::Response post_try(const web::Call& call);
http::Response show_services(const web::Call& call);
http::Response post_services(const web::Call& call);

}  // namespace wijktafel::forwarding
