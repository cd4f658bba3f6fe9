// The mail with link and code. It says whether the address has an account: only who reads the mailbox learns
// that.
#pragma once

#include "capabilities/accounts/actions/ask_sign_in.hpp"
#include "platform/mail/mail.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::accounts {

mail::Message sign_in_mail(const web::Service& service, const SignInLetter& letter, Instant now);

}  // namespace wijktafel::accounts
