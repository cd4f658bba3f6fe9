#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::mail_in {

// The section "mails".
web::Exchange exchange();

}  // namespace wijktafel::mail_in
