#include "capabilities/forwarding/reads/sent_signals.hpp"

#include <algorithm>

#include "capabilities/forwarding/by_mail.hpp"
#include "capabilities/forwarding/sending.hpp"

namespace wijktafel::forwarding {
namespace {

// More than a page shows, so that one area's list is not empty because of another's.
constexpr int faults_looked_at = 500;

SentSignal with_names(db::Transaction& tx, store::Sent sent) {
  SentSignal named{.sent = std::move(sent), .organisation = {}, .destination = {}};
  const auto& its = named.sent;
  named.next_try = its.is_mail_underway ? fate_of_mail(tx, its).next_try : its.next_try;
  if (auto updates = store::failed_updates(tx, its.id); !updates.empty())
    named.failed_update = std::move(updates.front());
  if (const auto destination = store::find(tx, named.sent.destination)) {
    named.organisation = organisations::name_of(tx, destination->organisation);
    named.destination = destination->title;
    const bool is_asked_after = its.state == State::accepted && !its.is_over && !destination->ended_at;
    if (is_asked_after && !destination->poll_fault.empty()) named.unasked = destination;
  }
  return named;
}

}  // namespace

std::vector<SentSignal> read_sent(db::Transaction& tx, ItemId item) {
  std::vector<SentSignal> all;
  for (auto& sent : store::sent_of(tx, item)) all.push_back(with_names(tx, std::move(sent)));
  return all;
}

std::vector<store::Destination> read_choices(db::Transaction& tx, ItemId id) {
  const auto item = items::find(tx, id);
  if (!item || !may_leave(tx, *item)) return {};
  auto destinations = store::current(tx);
  const auto sent = store::sent_of(tx, id);
  std::erase_if(destinations, [&](const store::Destination& destination) {
    return std::ranges::any_of(sent, [&](const auto& each) { return each.destination == destination.id; });
  });
  return destinations;
}

std::vector<FailedSignal> read_failed(const web::Service& service, db::Transaction& tx,
                                      std::string_view area) {
  const auto faults = store::with_fault(tx, faults_looked_at);
  std::vector<ItemId> ids;
  for (const auto& sent : faults) ids.push_back(sent.item);
  const auto found = items::find_all(tx, ids);
  std::vector<FailedSignal> failed;
  for (const auto& sent : faults) {
    const auto item = found.find(sent.item);
    if (item == found.end() || failed.size() >= failed_most) continue;
    const auto its_area = service.find_area(item->second.area);
    if (its_area && std::ranges::count(its_area->lineage, area) > 0)
      failed.push_back({.item = item->second, .last = with_names(tx, sent)});
  }
  return failed;
}

bool is_of_area(db::Transaction& tx, ItemId id, std::string_view area) {
  const auto item = items::find(tx, id);
  return item && item->area == area && signals::find_signal(tx, id);
}

}  // namespace wijktafel::forwarding
