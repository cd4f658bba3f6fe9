// The handlers of this capability.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::open311 {

std::vector<web::Route> routes();

// --- GeoReport v2: for programs ---
http::Response get_discovery(const web::Call& call);
http::Response get_services(const web::Call& call);
http::Response get_definition(const web::Call& call);
http::Response get_requests(const web::Call& call);
http::Response get_request(const web::Call& call);
http::Response get_unknown(const web::Call& call);
http::Response post_request(const web::Call& call);
http::Response get_token(const web::Call& call);
http::Response get_updates(const web::Call& call);
http::Response post_update(const web::Call& call);
http::Response get_export(const web::Call& call);

// --- for the administrator ---
http::Response show_manage(const web::Call& call);
http::Response send_key(const web::Call& call);
http::Response show_end_key(const web::Call& call);
http::Response send_end_key(const web::Call& call);
http::Response show_service(const web::Call& call);
http::Response send_attribute(const web::Call& call);
http::Response send_answering(const web::Call& call);
http::Response show_attribute(const web::Call& call);
http::Response change_attribute(const web::Call& call);
http::Response send_remove_attribute(const web::Call& call);
html::SafeHtml link_to_manage(const web::Call& call, std::int64_t subject);
// On the page of a signal, for those who work on it: what came with it.
html::SafeHtml show_beside(const web::Call& call, std::int64_t item);

}  // namespace wijktafel::open311
