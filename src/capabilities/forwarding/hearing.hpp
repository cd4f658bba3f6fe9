// What other systems say of the signals that they have: asked every quarter of an hour, and told here in the
// name of their organisation.
#pragma once

#include "capabilities/forwarding/store.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::forwarding {

inline constexpr std::chrono::minutes poll_pause{15};

// For the job "forwarding.ask" {destination}: one system, now.
void enqueue_ask(db::Transaction& tx, DestinationId id, Instant now);
jobs::JobKinds::OutsideWork prepare_ask(const web::Service& service, db::Transaction& tx,
                                        const Facts& payload, Instant now);
// For the job "forwarding.poll".
jobs::JobKinds::OutsideWork prepare_poll(const web::Service& service, db::Transaction& tx, const Facts&,
                                         Instant now);

// Said by an organisation: a state in its own words (may be empty) and a text (may be empty). Nothing is lost
// because the signal is not public any more; of a signal whose text was destroyed nothing is kept but that
// something was said.
struct Said {
  std::string status = {};
  std::string text = {};
};
// What is wrong when a system is asked for news, and since when; or that nothing is any more.
void keep_poll_fault(db::Transaction& tx, DestinationId id, const Fault& fault, Instant now);
// What a system says of one signal that it has, by its number there.
void hear_state(const web::Service& service, db::Transaction& tx, Instant now,
                const store::Destination& destination, const open311::RequestState& state);
void take_in(const web::Service& service, db::Transaction& tx, Instant now, store::Sent& sent,
             const Said& said);

}  // namespace wijktafel::forwarding
