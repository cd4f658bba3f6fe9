// Mail that comes in: a mail of a resident, or one that somebody forwards, becomes a signal; an answer to a
// mail that went to a department becomes news of its signal. The town's own mail server puts messages in a
// Maildir (`serve --mail-in`); what was taken is removed there, what was not is held.
#pragma once

#include <string>
#include <string_view>

#include "platform/web/capability.hpp"

namespace wijktafel::mail_in {

web::Capability capability();

// --- for app: wijktafel import mail ---
// One message, the same road as a mail that came in. The word of what became of it: signal, reply, known (it
// was taken before), worry (not kept; its sender is told whom to call), held_robot, held_spam, held_no_area,
// held_many, held_reply, held_refused, or unreadable. What is held is not kept anywhere.
std::string import_message(const web::Service& service, std::string_view bytes);

}  // namespace wijktafel::mail_in
