// Mail that comes in: a mail of a resident, or one that somebody forwards, becomes a signal; an answer to a
// mail that went to a department becomes news of its signal. The town's own mail server puts messages in a
// Maildir (`serve --mail-in`); what was taken is removed there, what was not is held.
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::mail_in {

web::Capability capability();

}  // namespace wijktafel::mail_in
