// Signals that go to a department by mail, and what the department answers.
#pragma once

#include "capabilities/forwarding/store.hpp"
#include "platform/mail/fate.hpp"

namespace wijktafel::forwarding {

struct MailedSignal {
  const store::Sent& sent;
  const store::Destination& destination;
  const items::Item& item;
  const signals::Signal& signal;
};
// Text, place, number, photos as links, and an address to answer to when the municipality has one
// (forwarding.reply_address).
void queue_mail(const web::Service& service, db::Transaction& tx, Instant now, const MailedSignal& mailed);
// When it may not leave any more and has not left yet.
void drop_mail(db::Transaction& tx, Instant now, const store::Sent& sent);

// What became of the mail; and one that waits for its next try is tried now.
mail::Fate fate_of_mail(db::Transaction& tx, const store::Sent& sent);
void hurry_mail(db::Transaction& tx, Instant now, const store::Sent& sent);

// "signalen@example.nl" with the detail of this signal: "signalen+antwoord-17-...@example.nl". Nobody can
// make one up.
std::string reply_address(std::string_view address, const store::Sent& sent);

}  // namespace wijktafel::forwarding
