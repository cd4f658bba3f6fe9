// The list of what was agreed on a walk, by mail: to who walked along with an account, and to who promised.
#pragma once

#include "capabilities/walks/records.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::walks {

// Queues one mail a person, in their language. `asked_at` tells one sending from the next.
void queue_list_mails(const web::Service& service, db::Transaction& tx, Instant now, ItemId walk,
                      std::int64_t asked_at);

}  // namespace wijktafel::walks
