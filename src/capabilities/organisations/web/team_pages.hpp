// The pages of the teams of an organisation.
#pragma once

#include "platform/web/call.hpp"

namespace wijktafel::organisations {

http::Response show_teams(const web::Call& call);
http::Response add_one_team(const web::Call& call);
http::Response show_team(const web::Call& call);
http::Response change_one_team(const web::Call& call);

// On the page of an organisation: its teams, and for an administrator the way to change them.
html::SafeHtml show_teams_of_organisation(const web::Call& call, std::int64_t organisation);

}  // namespace wijktafel::organisations
