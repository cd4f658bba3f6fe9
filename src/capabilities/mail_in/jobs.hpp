// Takes in what the mail server brought, every minute.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::mail_in {

// A mail that is held lies in the Maildir for so long.
inline constexpr int held_days = 30;

std::vector<web::Job> mail_in_jobs();

}  // namespace wijktafel::mail_in
