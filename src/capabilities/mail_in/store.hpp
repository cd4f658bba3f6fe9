// All SQL about mail that came in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/db/database.hpp"
#include "platform/identity/actor.hpp"

namespace wijktafel::mail_in::store {

bool is_known(db::Transaction& tx, std::string_view digest);
void insert(db::Transaction& tx, std::string_view digest, std::string_view sender_digest,
            std::string_view outcome, Instant now);
std::int64_t taken_of_sender(db::Transaction& tx, std::string_view sender_digest, Instant since);
void forget_senders_before(db::Transaction& tx, Instant limit);
void forget_before(db::Transaction& tx, Instant limit);
// Who signs in with this address, in lower case: by the index of accounts, however many there are.
std::optional<identity::PersonId> find_account(db::Transaction& tx, std::string_view address);
std::int64_t count_held(db::Transaction& tx);

}  // namespace wijktafel::mail_in::store
