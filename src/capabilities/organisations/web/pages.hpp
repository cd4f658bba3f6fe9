// The pages of organisations: who is who, one organisation, and what an administrator does with them.
#pragma once

#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::organisations {

http::Response show_who_is_who(const web::Call& call);
http::Response show_organisation(const web::Call& call);

// For the pages of the municipality and of an area: the way to who is who.
html::SafeHtml link_to_who_is_who(const web::Call& call, std::int64_t);
// For the own page of an administrator.
html::SafeHtml link_to_manage(const web::Call& call, std::int64_t);

http::Response show_manage(const web::Call& call);
http::Response add(const web::Call& call);
http::Response show_change(const web::Call& call);
http::Response change(const web::Call& call);

std::vector<web::Route> routes();

}  // namespace wijktafel::organisations
