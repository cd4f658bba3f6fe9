// All SQL about mail that came in.
#pragma once

#include <string>
#include <string_view>

#include "platform/db/database.hpp"

namespace wijktafel::mail_in::store {

bool is_known(db::Transaction& tx, std::string_view digest);
void insert(db::Transaction& tx, std::string_view digest, std::string_view sender_digest,
            std::string_view outcome, Instant now);
std::int64_t taken_of_sender(db::Transaction& tx, std::string_view sender_digest, Instant since);
void forget_senders_before(db::Transaction& tx, Instant limit);
void forget_before(db::Transaction& tx, Instant limit);
std::int64_t count_held(db::Transaction& tx);

}  // namespace wijktafel::mail_in::store
