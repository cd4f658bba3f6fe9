// How one signal goes to one destination: what sending by hand, sending by itself, trying again and the jobs
// share. Nothing goes that is not public, and no contact data of anybody.
#pragma once

#include "capabilities/forwarding/store.hpp"
#include "platform/fetch/fetch.hpp"

namespace wijktafel::forwarding {

// May leave this program: public, not held for a moderator.
bool may_leave(db::Transaction& tx, const items::Item& item);

// From now on it is to be sent there: the job does it. Once for each destination.
SentId start(db::Transaction& tx, Instant now, ItemId item, const store::Destination& destination);
void enqueue_proceed(db::Transaction& tx, SentId id, Instant at);

// Begins an attempt at what is due: counts it before it happens, and gives what to ask. Nothing when there is
// nothing to do, or when something is wrong on our side; that is then written down.
std::optional<fetch::Request> begin_attempt(const web::Service& service, db::Transaction& tx, SentId id,
                                            Instant now);
// What came of it.
void record_answer(const web::Service& service, db::Transaction& tx, SentId id,
                   const Result<fetch::Answer, fetch::Unreached>& answer, Instant now);

// By whom news of an organisation is written down: the program, in the organisation's name.
identity::Actor in_the_name_of(OrganisationId organisation);
// The last entry of the history, from `from` on.
std::int64_t last_sequence(db::Transaction& tx, ItemId item, std::int64_t from);

// Since when is kept from the first of several in a row.
void set_fault(store::Sent& sent, const Fault& fault, Instant now);
void clear_fault(store::Sent& sent);
// Changed and written down, and the next turn is planned. Pages of the signal change with it.
void keep(db::Transaction& tx, const store::Sent& sent);

// What is wrong with an answer, if anything.
Fault fault_of(const Result<fetch::Answer, fetch::Unreached>& answer);

}  // namespace wijktafel::forwarding
