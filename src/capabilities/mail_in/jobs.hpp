// Takes in what the mail server brought, every minute.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "capabilities/mail_in/actions/take_mail.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::mail_in {

// A mail that is held lies in the Maildir for so long.
inline constexpr int held_days = 30;

// One message as it came: read, its photos made, and taken in a transaction of its own. Nothing when it
// cannot be read.
std::optional<Outcome> take_message(const web::Service& service, std::string_view bytes);

std::vector<web::Job> mail_in_jobs();

}  // namespace wijktafel::mail_in
