#include "capabilities/forwarding/sending.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "capabilities/forwarding/by_mail.hpp"
#include "capabilities/forwarding/request_text.hpp"

namespace wijktafel::forwarding {
namespace {

using namespace std::chrono_literals;

// Longer than an attempt may take, and shorter than the job's own second turn.
constexpr auto attempt_time = 4min;
// A receipt without a number is no fault for the first hour or so.
constexpr int tokens_patience = 5;

void keep_fault(store::Sent& sent, const Fault& fault, Instant now) {
  set_fault(sent, fault, now);
  sent.is_unheard = false;
  const bool is_over = fault.is_final || sent.attempts >= tries_most;
  if (is_over) {
    sent.state = State::failed;
    sent.next_try = std::nullopt;
  } else {
    sent.next_try = now + pause_after(sent.attempts);
  }
}

std::string service_for(db::Transaction& tx, const store::Destination& destination,
                        const std::string& theme) {
  std::string otherwise;
  for (const auto& line : store::theme_lines(tx, destination.id)) {
    if (line.theme == theme && !theme.empty()) return line.service;
    if (line.theme.empty()) otherwise = line.service;
  }
  return otherwise;
}

// The answers that the administrator gave once; nothing when one is missing that the service asks for.
std::optional<std::vector<std::pair<std::string, std::string>>> attributes_for(
    db::Transaction& tx, const store::Destination& destination, const std::string& code) {
  std::vector<std::pair<std::string, std::string>> given;
  const auto answers = store::answers_of(tx, destination.id);
  for (const auto& service : store::services_of(tx, destination.id)) {
    if (service.code != code) continue;
    for (const auto& attribute : service.attributes) {
      const auto answer = std::ranges::find_if(answers, [&](const store::Answer& each) {
        return each.service == code && each.code == attribute.code && !each.answer.empty();
      });
      if (answer != answers.end() && attribute.is_asked)
        given.emplace_back(open311::field_of(attribute), answer->answer);
      else if (attribute.is_asked && attribute.is_required)
        return std::nullopt;
    }
  }
  return given;
}

struct Asking {
  const web::Service& service;
  db::Transaction& tx;
  const store::Destination& destination;
  const items::Item& item;
  const store::Sent& sent;
  std::string key;
  Instant now;
};

Result<fetch::Request, Fault> new_request(const Asking& asking) {
  const auto signal = signals::find_signal(asking.tx, asking.item.id);
  if (!signal) return std::unexpected(Fault{.word = "not_public", .is_final = true});
  const auto code = service_for(asking.tx, asking.destination, signal->theme);
  if (code.empty()) return std::unexpected(Fault{.word = "no_service", .is_final = true});
  auto attributes = attributes_for(asking.tx, asking.destination, code);
  if (!attributes)
    return std::unexpected(Fault{.word = "attribute_missing", .detail = code, .is_final = true});
  const auto photos = photo_addresses(asking.service, asking.tx, asking.item);
  const auto endpoint = asking.destination.open311_endpoint();
  return fetch::Request{.url = open311::url_of(endpoint, "requests"),
                        .headers = {{"Idempotency-Key", asking.sent.request_key}},
                        .form = open311::form_of(
                            endpoint, asking.key,
                            {.service = code,
                             .place = asking.item.place,
                             .place_words = place_of(asking.service, asking.item),
                             .description = description_of(asking.service, asking.item, *signal, asking.now),
                             .media_url = photos.empty() ? "" : photos.front(),
                             .attributes = std::move(*attributes)})};
}

Result<fetch::Request, Fault> request_for(const web::Service& service, db::Transaction& tx,
                                          const store::Sent& sent, Instant now) {
  const auto destination = store::find(tx, sent.destination);
  if (!destination || destination->ended_at) return std::unexpected(Fault{.word = "ended", .is_final = true});
  const auto item = items::find(tx, sent.item);
  if (!item || !may_leave(tx, *item)) return std::unexpected(Fault{.word = "not_public", .is_final = true});
  std::string key;
  if (!destination->credential.empty()) {
    const auto secret = service.find_secret ? service.find_secret(destination->credential) : std::nullopt;
    if (!secret) return std::unexpected(Fault{.word = "no_key", .detail = destination->credential});
    key = *secret;
  }
  if (sent.state == State::pending)
    return fetch::Request{.url = open311::url_of(destination->open311_endpoint(),
                                                 "tokens/" + http::percent_encoded(sent.receipt))};
  return new_request({service, tx, *destination, *item, sent, std::move(key), now});
}

void accept(db::Transaction& tx, store::Sent& sent, const std::string& number, Instant now) {
  sent.state = State::accepted;
  sent.external_number = number;
  sent.accepted_at = now;
  sent.next_try = std::nullopt;
  clear_fault(sent);
  const auto destination = store::find(tx, sent.destination);
  const auto organisation = destination ? destination->organisation : OrganisationId{};
  items::record(tx, now, in_the_name_of(organisation), sent.item,
                {.what = number.empty() ? "forwarding.sent" : "forwarding.accepted",
                 .facts = {{"organisation", raw(organisation)}, {"number", number}},
                 .is_milestone = true,
                 .on_behalf_of = organisation});
}

void hear_receipt(db::Transaction& tx, store::Sent& sent, const std::string& body, Instant now) {
  const auto receipt = open311::read_receipt(body);
  if (!receipt) {
    // They said yes to something: asking again by ourselves might make a second one.
    sent.may_be_double = sent.state == State::waiting;
    return keep_fault(sent, {.word = "not_understood", .is_final = sent.state == State::waiting}, now);
  }
  if (!receipt->number.empty()) return accept(tx, sent, receipt->number, now);
  if (sent.state == State::pending) {
    keep_fault(sent, {.word = "no_number_yet"}, now);
    if (sent.attempts < tokens_patience) clear_fault(sent);
    return;
  }
  if (receipt->token.empty()) {
    accept(tx, sent, "", now);
    sent.state = State::sent;
    return;
  }
  sent.state = State::pending;
  sent.receipt = receipt->token;
  sent.attempts = 0;
  clear_fault(sent);
  sent.next_try = now + pause_after(1);
}

// By mail or in the file: the one is taken over by the outbox, the other is made when it is fetched.
void deliver(const web::Service& service, db::Transaction& tx, store::Sent& sent,
             const store::Destination& destination, Instant now) {
  const auto item = items::find(tx, sent.item);
  const auto signal = signals::find_signal(tx, sent.item);
  if (destination.ended_at || !item || !signal || !may_leave(tx, *item)) {
    keep_fault(sent, {.word = destination.ended_at ? "ended" : "not_public", .is_final = true}, now);
    return keep(tx, sent);
  }
  if (destination.kind == "mail") queue_mail(service, tx, now, {sent, destination, *item, *signal});
  sent.is_mail_underway = destination.kind == "mail";
  accept(tx, sent, "", now);
  sent.state = State::sent;
  keep(tx, sent);
}

}  // namespace

void set_fault(store::Sent& sent, const Fault& fault, Instant now) {
  if (sent.fault.empty() || !sent.fault_since) sent.fault_since = now;
  sent.fault = fault.word;
  sent.fault_detail = kept(fault.detail, detail_most);
}

void clear_fault(store::Sent& sent) {
  sent.fault.clear();
  sent.fault_detail.clear();
  sent.fault_since = std::nullopt;
}

void keep(db::Transaction& tx, const store::Sent& sent) {
  store::update(tx, sent);
  if (sent.next_try) enqueue_proceed(tx, sent.id, *sent.next_try);
  if (const auto item = items::find(tx, sent.item)) tx.touch(item->area);
}

bool may_leave(db::Transaction& tx, const items::Item& item) {
  const auto signal = signals::find_signal(tx, item.id);
  return signal && !signal->is_held && item.visibility == items::Visibility::everyone;
}

void enqueue_proceed(db::Transaction& tx, SentId id, Instant at) {
  jobs::enqueue(tx, "forwarding.proceed", {{"sent", raw(id)}}, at);
}

SentId start(db::Transaction& tx, Instant now, ItemId item, const store::Destination& destination) {
  if (const auto sent = store::find_sent(tx, item, destination.id)) return sent->id;
  const auto id = store::insert(tx, store::Sent{.item = item,
                                                .destination = destination.id,
                                                .request_key = hex(sha256(random_token())).substr(0, 32),
                                                .next_try = now,
                                                .told_sequence = last_sequence(tx, item, 0),
                                                .created_at = now});
  enqueue_proceed(tx, id, now);
  return id;
}

std::optional<fetch::Request> begin_attempt(const web::Service& service, db::Transaction& tx, SentId id,
                                            Instant now) {
  auto sent = store::find_sent(tx, id);
  if (!sent || !sent->next_try || *sent->next_try > now) return std::nullopt;
  ++sent->attempts;
  if (const auto here = store::find(tx, sent->destination); here && here->kind != "open311") {
    deliver(service, tx, *sent, *here, now);
    return std::nullopt;
  }
  auto request = request_for(service, tx, *sent, now);
  if (!request) {
    keep_fault(*sent, request.error(), now);
    keep(tx, *sent);
    return std::nullopt;
  }
  if (sent->is_unheard && sent->state == State::waiting) sent->may_be_double = true;
  sent->is_unheard = true;
  sent->last_try = now;
  sent->next_try = now + attempt_time;
  if (sent->state == State::waiting) sent->told_sequence = last_sequence(tx, sent->item, sent->told_sequence);
  store::update(tx, *sent);
  return std::move(*request);
}

Fault fault_of(const Result<fetch::Answer, fetch::Unreached>& answer) {
  if (!answer) return {.word = "unreachable", .detail = answer.error().why};
  const int status = answer->status;
  if (status >= 200 && status < 300) return {};
  const bool may_pass = status >= 500 || status == 408 || status == 425 || status == 429;
  auto said = open311::read_error(answer->body);
  if (said.empty()) said = "HTTP " + std::to_string(status);
  return {.word = may_pass ? "busy" : "refused", .detail = std::move(said), .is_final = !may_pass};
}

void record_answer(const web::Service&, db::Transaction& tx, SentId id,
                   const Result<fetch::Answer, fetch::Unreached>& answer, Instant now) {
  auto sent = store::find_sent(tx, id);
  if (!sent || !sent->is_unheard) return;  // another node heard it already
  sent->is_unheard = false;
  auto fault = fault_of(answer);
  if (fault.word.empty()) {
    hear_receipt(tx, *sent, answer->body, now);
  } else {
    // Nobody knows whether a request arrived of which no answer came back.
    if (!answer && sent->state == State::waiting && answer.error().may_have_arrived)
      sent->may_be_double = true;
    // A token may be known there a little later than we are.
    if (sent->state == State::pending) fault.is_final = false;
    keep_fault(*sent, fault, now);
  }
  keep(tx, *sent);
}

identity::Actor in_the_name_of(OrganisationId organisation) {
  auto actor = identity::system_actor();
  actor.grants = {{.role = "member", .area = {}, .organisation = organisation}};
  return actor;
}

std::int64_t last_sequence(db::Transaction& tx, ItemId item, std::int64_t from) {
  while (items::entry_text(tx, item, from + 1)) ++from;
  return from;
}

}  // namespace wijktafel::forwarding
