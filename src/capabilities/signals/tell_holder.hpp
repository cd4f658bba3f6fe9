// Who has a signal hears that something happened: something was added, it was opened again.
#pragma once

#include "base/facts.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// The person who has it, else the people of the team, else of the organisation; the coordinators of the area
// where nobody has it. Who is away is stood in for.
std::vector<PersonId> people_who_have(db::Transaction& tx, Instant now, const items::Item& item);

// The job "signals.tell_holder" {item, sequence, what}: a mail for each of them. `what` is the last part of
// the word keys signals.holder_mail.<what>.
void tell_holder(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now);
void tell_holder_later(db::Transaction& tx, Instant now, ItemId item, std::string_view what);

}  // namespace wijktafel::signals
