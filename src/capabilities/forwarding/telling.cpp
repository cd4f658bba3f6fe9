#include "capabilities/forwarding/telling.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "capabilities/forwarding/sending.hpp"

namespace wijktafel::forwarding {
namespace {

using namespace std::chrono_literals;

// What is said of a signal to everybody, besides what people add to it. Not who has it or who looked at it.
bool is_said_to_all(db::Transaction& tx, ItemId item, std::int64_t sequence, std::string_view what) {
  return what.starts_with("signals.answered_") || what.starts_with("signals.reopened") ||
         what == "signals.confirmed" || signals::find_update(tx, item, sequence).has_value();
}

bool takes_updates(db::Transaction& tx, const store::Sent& sent) {
  if (sent.external_number.empty()) return false;
  const auto destination = store::find(tx, sent.destination);
  return destination && destination->has_updates && !destination->ended_at;
}

void keep_fault(store::Update& update, const Fault& fault, Instant now) {
  update.fault = fault.word;
  update.fault_detail = kept(fault.detail, detail_most);
  const bool is_over = fault.is_final || update.attempts >= tries_most;
  update.next_try = is_over ? std::nullopt : std::optional(now + pause_after(update.attempts));
}

void keep_there(store::Update& update) {
  update.is_there = true;
  update.next_try = std::nullopt;
  update.fault.clear();
  update.fault_detail.clear();
}

void keep(db::Transaction& tx, const store::Update& update) {
  store::update(tx, update);
  if (update.next_try) enqueue_tell(tx, update.id, *update.next_try);
}

struct Told {
  store::Sent sent;
  store::Destination destination;
  items::Item item;
  std::string text;
};

// Nothing when it may not go (any more): the text was erased, the signal is not public.
std::optional<Told> find_told(const web::Service& service, db::Transaction& tx, const store::Update& update,
                              Instant now) {
  const auto sent = store::find_sent(tx, update.sent);
  if (!sent || !takes_updates(tx, *sent)) return std::nullopt;
  const auto item = items::find(tx, sent->item);
  if (!item || !may_leave(tx, *item)) return std::nullopt;
  const auto entry = items::entry_text(tx, sent->item, update.sequence);
  if (!entry) return std::nullopt;
  const auto call = web::job_call(service, i18n::Language::nl, now);
  auto text = entry->text;
  if (text.empty()) {
    if (signals::find_update(tx, sent->item, update.sequence)) return std::nullopt;
    text = items::entry_sentence(call, tx, sent->item, update.sequence).value_or("");
  }
  return Told{.sent = *sent, .destination = *store::find(tx, sent->destination), .item = *item, .text = text};
}

fetch::Request request_of(const Told& told, const store::Update& update, const std::string& key,
                          Instant now) {
  const auto endpoint = told.destination.open311_endpoint();
  // Made from the entry: the same at each try, so that a second one is recognised there.
  const auto update_id = told.sent.request_key + "-" + std::to_string(update.sequence);
  http::Pairs form{{"service_request_id", told.sent.external_number},
                   {"update_id", update_id},
                   {"updated_datetime", iso_instant(now)},
                   {"status", status_there(told.item.status, told.item.is_open)},
                   {"description", std::string(first(told.text, description_most))},
                   {"first_name", "-"},
                   {"last_name", "-"}};
  if (!endpoint.jurisdiction.empty()) form.emplace_back("jurisdiction_id", endpoint.jurisdiction);
  if (!key.empty()) form.emplace_back("api_key", key);
  return {.url = open311::url_of({.base = endpoint.base, .format = endpoint.format, .jurisdiction = {}},
                                 "servicerequestupdates"),
          .headers = {{"Idempotency-Key", update_id}},
          .form = std::move(form)};
}

// A system that says of a second try that it has this one already, has it.
bool is_known_there(const Fault& fault, int attempts) {
  return fault.word == "refused" && attempts > 1 &&
         lower_ascii(fault.detail).find("exist") != std::string::npos;
}

// Their number for what we told: it does not come back as news of theirs.
void know_again(db::Transaction& tx, const store::Update& update, const std::string& body) {
  const auto sent = store::find_sent(tx, update.sent);
  const auto theirs = open311::read_updates(body);
  if (!sent || !theirs || theirs->empty() || theirs->front().id.empty()) return;
  (void)store::hear(tx, sent->destination, theirs->front().id);
}

void record(db::Transaction& tx, store::UpdateId id, const Result<fetch::Answer, fetch::Unreached>& answer,
            Instant now) {
  auto update = store::find_update(tx, id);
  if (!update || update->is_there) return;
  const auto fault = fault_of(answer);
  if (fault.word.empty()) know_again(tx, *update, answer->body);
  if (fault.word.empty() || is_known_there(fault, update->attempts))
    keep_there(*update);
  else
    keep_fault(*update, fault, now);
  keep(tx, *update);
}

}  // namespace

void enqueue_tell(db::Transaction& tx, store::UpdateId id, Instant at) {
  jobs::enqueue(tx, "forwarding.tell", {{"update", raw(id)}}, at);
}

void queue_updates(db::Transaction& tx, Instant now, store::Sent& sent) {
  const bool is_taken = takes_updates(tx, sent);
  auto sequence = sent.told_sequence;
  while (const auto entry = items::entry_text(tx, sent.item, sequence + 1)) {
    ++sequence;
    if (!is_taken || !is_said_to_all(tx, sent.item, sequence, entry->what)) continue;
    if (entry->what.starts_with("signals.reopened")) sent.is_over = false;
    if (const auto id = store::insert_update(tx, sent.id, sequence, now)) enqueue_tell(tx, *id, now);
  }
  if (sequence == sent.told_sequence) return;
  sent.told_sequence = sequence;
  store::update(tx, sent);
}

void queue_updates(db::Transaction& tx, Instant now, ItemId item) {
  for (auto& sent : store::sent_of(tx, item))
    if (sent.state == State::accepted) queue_updates(tx, now, sent);
}

jobs::JobKinds::OutsideWork prepare_tell(const web::Service& service, db::Transaction& tx,
                                         const Facts& payload, Instant now) {
  const store::UpdateId id{fact_number(payload, "update")};
  auto update = store::find_update(tx, id);
  if (!update || !update->next_try || *update->next_try > now) return {};
  const auto told = find_told(service, tx, *update, now);
  if (!told) {
    keep_there(*update);
    store::update(tx, *update);
    return {};
  }
  ++update->attempts;
  std::string key;
  if (!told->destination.credential.empty()) {
    const auto secret =
        service.find_secret ? service.find_secret(told->destination.credential) : std::nullopt;
    if (!secret) {
      keep_fault(*update, {.word = "no_key", .detail = told->destination.credential}, now);
      keep(tx, *update);
      return {};
    }
    key = *secret;
  }
  update->next_try = now + 4min;
  store::update(tx, *update);
  return [&service, id, request = request_of(*told, *update, key, now)] {
    const auto answer = fetch::fetch(request);
    service.database.write([&](db::Transaction& later) { record(later, id, answer, service.clock.now()); });
  };
}

}  // namespace wijktafel::forwarding
