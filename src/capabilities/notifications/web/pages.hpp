// The pages for who calls people that want to hear the news by telephone.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::notifications {

http::Response show_calls(const web::Call& call);
http::Response show_call(const web::Call& call);
http::Response keep_called(const web::Call& call);
// Slot "area_work": how many wait.
html::SafeHtml calls_waiting(const web::Call& call, std::int64_t);

std::vector<web::Route> routes();

}  // namespace wijktafel::notifications
