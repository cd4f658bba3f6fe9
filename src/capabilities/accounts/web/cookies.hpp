// The two cookies of signing in: the session's, whose name the edge knows, and that of a browser waiting for
// a code.
#pragma once

#include <string_view>

#include "capabilities/accounts/actions/open_session.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::accounts {

// The browser of this call: its device and the session it has now.
Browser browser_of(const web::Call& call);
std::string_view session_token_of(const web::Call& call);

// Token of the question to sign in that this browser asked; "" when it asked none.
std::string_view asking_token_of(const web::Call& call);
void remember_asking(http::Response& response, const web::Call& call, std::string_view browser_token);

// 303 to where the person was going, with a new session.
http::Response go_on_signed_in(const web::Call& call, const SignedIn& signed_in);
// 303 to the municipality's page, with no session.
http::Response go_on_signed_out(const web::Call& call);

}  // namespace wijktafel::accounts
