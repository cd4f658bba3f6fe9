// The pages of walks.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::walks {

http::Response show_list(const web::Call& call);
http::Response show_walk(const web::Call& call);

// Planning.
http::Response show_plan(const web::Call& call);
http::Response send_plan(const web::Call& call);
http::Response show_change(const web::Call& call);
http::Response send_change(const web::Call& call);
http::Response send_cancel(const web::Call& call);
http::Response show_route(const web::Call& call);
http::Response send_route(const web::Call& call);

// Walking.
http::Response send_begin(const web::Call& call);
http::Response send_end(const web::Call& call);
http::Response send_list(const web::Call& call);
http::Response show_add_point(const web::Call& call);
http::Response send_add_point(const web::Call& call);
http::Response send_acceptance(const web::Call& call);
http::Response send_settled(const web::Call& call);
http::Response show_after(const web::Call& call);
http::Response send_after(const web::Call& call);
http::Response show_photo(const web::Call& call);
http::Response show_thumbnail(const web::Call& call);
http::Response send_show_photo(const web::Call& call);

// Afterwards.
http::Response show_action_list(const web::Call& call);

std::vector<web::Route> routes();

// Slot "area_overview": the way to the walks of the area.
html::SafeHtml link_to_walks(const web::Call& call, std::int64_t subject);

}  // namespace wijktafel::walks
