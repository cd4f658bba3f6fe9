// The pages of themes: what holds in an area, and what an administrator does with them.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::themes {

http::Response show_themes(const web::Call& call);

http::Response show_manage(const web::Call& call);
http::Response add(const web::Call& call);
http::Response adopt(const web::Call& call);
http::Response show_change(const web::Call& call);
http::Response change(const web::Call& call);
http::Response add_rule(const web::Call& call);

// Slots: on the own page of an administrator, on the pages of an area.
html::SafeHtml link_to_manage(const web::Call& call, std::int64_t subject);
html::SafeHtml link_to_themes(const web::Call& call, std::int64_t subject);

std::vector<web::Route> routes();

}  // namespace wijktafel::themes
