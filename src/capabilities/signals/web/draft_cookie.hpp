// The cookie that holds the secret of a report that is being written.
#pragma once

#include <string>
#include <string_view>

#include "platform/web/call.hpp"

namespace wijktafel::signals {

std::string draft_token(const web::Call& call);  // "" when there is none
void keep_draft_token(const web::Call& call, http::Response& response, std::string_view token);

}  // namespace wijktafel::signals
