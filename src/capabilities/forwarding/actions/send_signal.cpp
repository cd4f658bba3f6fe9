#include "capabilities/forwarding/actions/send_signal.hpp"

#include <algorithm>

#include "capabilities/forwarding/sending.hpp"
#include "capabilities/forwarding/telling.hpp"

namespace wijktafel::forwarding {
namespace {

bool takes(const store::Destination& destination, const web::AreaRef& area, const std::string& theme) {
  if (!destination.is_automatic || destination.ended_at) return false;
  const bool is_here = destination.areas.empty() || std::ranges::any_of(area.lineage, [&](const auto& key) {
                         return std::ranges::count(destination.areas, key) > 0;
                       });
  return is_here && (destination.themes.empty() || std::ranges::count(destination.themes, theme) > 0);
}

}  // namespace

Result<SentId, SendRefusal> send_signal(db::Transaction& tx, Instant now, ItemId id, DestinationId wanted) {
  const auto destination = store::find(tx, wanted);
  if (!destination || destination->ended_at) return std::unexpected(NoSuchDestination{});
  const auto item = items::find_locked(tx, id);
  if (!item || !may_leave(tx, *item)) return std::unexpected(NotForOthers{});
  if (store::find_sent(tx, id, wanted)) return std::unexpected(SentAlready{});
  return start(tx, now, id, *destination);
}

void send_by_itself(const web::Service& service, db::Transaction& tx, Instant now, ItemId id) {
  const auto destinations = store::current(tx);
  if (std::ranges::none_of(destinations, &store::Destination::is_automatic)) return;
  const auto item = items::find_locked(tx, id);
  if (!item || !item->is_open || !may_leave(tx, *item)) return;
  const auto area = service.find_area(item->area);
  const auto signal = signals::find_signal(tx, id);
  if (!area || !signal) return;
  for (const auto& destination : destinations)
    if (takes(destination, *area, signal->theme)) start(tx, now, id, destination);
}

Result<void, RetryRefusal> retry_signal(db::Transaction& tx, Instant now, ItemId id) {
  const auto item = items::find_locked(tx, id);
  if (!item || !may_leave(tx, *item)) return std::unexpected(NotForOthers{});
  bool is_any = false;
  for (auto sent : store::sent_of(tx, id)) {
    for (auto& update : store::failed_updates(tx, sent.id)) {
      update.attempts = 0;
      update.next_try = now;
      store::update(tx, update);
      enqueue_tell(tx, update.id, now);
      is_any = true;
    }
    if (sent.state != State::failed && !sent.next_try) continue;
    // With a receipt we ask after that again: the request itself is there.
    if (sent.state == State::failed) sent.state = sent.receipt.empty() ? State::waiting : State::pending;
    sent.attempts = 0;
    sent.next_try = now;
    store::update(tx, sent);
    enqueue_proceed(tx, sent.id, now);
    is_any = true;
  }
  if (!is_any) return std::unexpected(NothingToRetry{});
  tx.touch(item->area);
  return {};
}

}  // namespace wijktafel::forwarding
