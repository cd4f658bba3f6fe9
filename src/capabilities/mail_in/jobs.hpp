// Takes in what the mail server brought, every minute.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::mail_in {

std::vector<web::Job> mail_in_jobs();

}  // namespace wijktafel::mail_in
