#include "capabilities/forwarding/jobs.hpp"

#include "capabilities/forwarding/actions/send_signal.hpp"
#include "capabilities/forwarding/by_mail.hpp"
#include "capabilities/forwarding/hearing.hpp"
#include "capabilities/forwarding/sending.hpp"
#include "capabilities/forwarding/telling.hpp"
#include "capabilities/forwarding/trying.hpp"
#include "capabilities/forwarding/update_store.hpp"
#include "capabilities/forwarding/watching.hpp"

namespace wijktafel::forwarding {
namespace {

using namespace std::chrono_literals;

constexpr int at_once = 100;
constexpr auto unkept_known = 24h * 400;

void nothing_more(const web::Service&, db::Transaction&, const Facts&, Instant) {}

jobs::JobKinds::OutsideWork prepare_proceed(const web::Service& service, db::Transaction& tx,
                                            const Facts& payload, Instant now) {
  const SentId id{fact_number(payload, "sent")};
  const auto request = begin_attempt(service, tx, id, now);
  if (!request) return {};
  return [&service, id, request = *request] {
    const auto answer = fetch::fetch(request);
    service.database.write(
        [&](db::Transaction& later) { record_answer(service, later, id, answer, service.clock.now()); });
  };
}

// A mail server may be away for days: what waits for it has the text of the signal.
void drop_what_may_not_leave(db::Transaction& tx, Instant now, ItemId id) {
  const auto item = items::find(tx, id);
  if (item && may_leave(tx, *item)) return;
  for (const auto& sent : store::sent_of(tx, id)) drop_mail(tx, now, sent);
}

void consider(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now) {
  const ItemId item{fact_number(payload, "item")};
  drop_what_may_not_leave(tx, now, item);
  send_by_itself(service, tx, now, item);
  queue_updates(tx, now, item);
}

void tell_update(const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
  queue_updates(tx, now, ItemId{fact_number(payload, "item")});
}

// What another system said of a fault may repeat what was sent to it.
void forget_texts(const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
  const ItemId item{fact_number(payload, "item")};
  drop_what_may_not_leave(tx, now, item);
  store::forget_details(tx, item);
}

// A turn that was lost (a process that ended at the wrong moment) is taken after all.
void catch_up(const web::Service&, db::Transaction& tx, const Facts&, Instant now) {
  for (const auto id : store::overdue(tx, now - 30min, at_once)) enqueue_proceed(tx, id, now);
  store::forget_unkept_before(tx, now - unkept_known);
}

}  // namespace

std::vector<web::Job> forwarding_jobs() {
  return {{.kind = "forwarding.proceed", .handler = nothing_more, .prepare = prepare_proceed},
          {.kind = "forwarding.try", .handler = nothing_more, .prepare = prepare_try},
          {.kind = "forwarding.tell", .handler = nothing_more, .prepare = prepare_tell},
          {.kind = "forwarding.poll", .handler = nothing_more, .every = 5min, .prepare = prepare_poll},
          {.kind = "forwarding.ask", .handler = nothing_more, .prepare = prepare_ask},
          {.kind = "forwarding.watch_mails", .handler = watch_mails, .every = 5min},
          {.kind = "forwarding.consider", .handler = consider},
          {.kind = "forwarding.forget_texts", .handler = forget_texts},
          {.kind = "forwarding.tell_update", .handler = tell_update},
          {.kind = "forwarding.catch_up", .handler = catch_up, .every = 60min}};
}

}  // namespace wijktafel::forwarding
