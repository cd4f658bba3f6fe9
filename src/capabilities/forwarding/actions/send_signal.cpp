#include "capabilities/forwarding/actions/send_signal.hpp"

#include <algorithm>
#include <set>

#include "capabilities/forwarding/by_mail.hpp"
#include "capabilities/forwarding/hearing.hpp"
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

// The system could not be asked how this stands: it is asked now. False when nothing was wrong.
bool ask_again(db::Transaction& tx, Instant now, const store::Sent& sent) {
  const auto destination = store::find(tx, sent.destination);
  if (!destination || destination->poll_fault.empty() || sent.state != State::accepted || sent.is_over)
    return false;
  enqueue_ask(tx, destination->id, now);
  return true;
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
    if (sent.is_mail_underway && !sent.fault.empty()) {
      hurry_mail(tx, now, sent);
      is_any = true;
    }
    is_any |= ask_again(tx, now, sent);
    if (sent.state != State::failed && !sent.next_try) continue;
    // With a receipt we ask after that again: the request itself is there.
    if (sent.state == State::failed) sent.state = sent.receipt.empty() ? State::waiting : State::pending;
    // Attempts at a mail number the mails: the next one is another.
    if (sent.fault != "mail_given_up") sent.attempts = 0;
    sent.next_try = now;
    store::update(tx, sent);
    enqueue_proceed(tx, sent.id, now);
    is_any = true;
  }
  if (!is_any) return std::unexpected(NothingToRetry{});
  tx.touch(item->area);
  return {};
}

void retry_all(db::Transaction& tx, Instant now) {
  constexpr int at_once = 500;
  std::set<std::int64_t> seen;
  for (const auto& sent : store::with_fault(tx, at_once))
    if (seen.insert(raw(sent.item)).second) (void)retry_signal(tx, now, sent.item);
  for (const auto& destination : store::current(tx))
    if (!destination.poll_fault.empty()) enqueue_ask(tx, destination.id, now);
}

}  // namespace wijktafel::forwarding
