// A signal goes to the system of an organisation: because somebody says so, because the destination takes it
// by itself, or once more after it failed.
#pragma once

#include <variant>

#include "capabilities/forwarding/store.hpp"

namespace wijktafel::forwarding {

struct NoSuchDestination {};
struct NotForOthers {};  // not public, or held for a moderator
struct SentAlready {};
struct NothingToRetry {};
using SendRefusal = std::variant<NoSuchDestination, NotForOthers, SentAlready>;
using RetryRefusal = std::variant<NotForOthers, NothingToRetry>;

Result<SentId, SendRefusal> send_signal(db::Transaction& tx, Instant now, ItemId item,
                                        DestinationId destination);
// To every destination that takes this signal by itself and does not have it yet.
void send_by_itself(const web::Service& service, db::Transaction& tx, Instant now, ItemId item);
// Everything of this signal that failed or waits is tried now, as if new.
Result<void, RetryRefusal> retry_signal(db::Transaction& tx, Instant now, ItemId item);
// The same for every signal, 500 at a time, and every system that could not be asked is asked now.
void retry_all(db::Transaction& tx, Instant now);

}  // namespace wijktafel::forwarding
