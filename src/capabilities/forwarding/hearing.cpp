#include "capabilities/forwarding/hearing.hpp"

#include <algorithm>

#include "capabilities/forwarding/sending.hpp"
#include "capabilities/forwarding/telling.hpp"
#include "capabilities/forwarding/update_store.hpp"

namespace wijktafel::forwarding {
namespace {

using namespace std::chrono_literals;

constexpr int destinations_at_once = 3;
constexpr int numbers_at_once = 50;
constexpr std::chrono::seconds patience{15};
// Updates are asked for from a little before the last time: clocks differ. Each is told once all the same.
constexpr auto overlap = 1h;
constexpr auto first_look_back = 24h;

struct Question {
  store::Destination destination;
  std::string numbers;  // "1,2,3"; "" when there is nothing to ask after
  std::string key;
  Instant since{};
  Instant until{};
};

// About what was asked after before `before`, or never.
Question question_for(const web::Service& service, db::Transaction& tx, const store::Destination& destination,
                      Instant before, Instant now) {
  Question question{.destination = destination,
                    .numbers = {},
                    .key = {},
                    .since = destination.updates_until.value_or(now - first_look_back) - overlap,
                    .until = now};
  if (!destination.credential.empty() && service.find_secret)
    question.key = service.find_secret(destination.credential).value_or("");
  for (auto& sent : store::to_poll(tx, destination.id, before, numbers_at_once)) {
    question.numbers += (question.numbers.empty() ? "" : ",") + sent.external_number;
    sent.polled_at = now;
    store::update(tx, sent);
  }
  return question;
}

std::string status_sentence(const web::Service& service, std::string_view theirs, Instant now) {
  const auto call = web::job_call(service, i18n::Language::nl, now);
  const auto known = known_status(theirs);
  return call.text(
      "forwarding.news.status",
      {{"status", known.empty() ? std::string(theirs) : call.text("forwarding.status." + known)}});
}

void hear_updates(const web::Service& service, db::Transaction& tx, const Question& question,
                  const std::vector<open311::Update>& updates, Instant now) {
  for (const auto& update : updates) {
    auto sent = store::find_by_number(tx, question.destination.id, update.number);
    // What we told them ourselves carries a number of ours.
    if (!sent || update.id.empty() || update.id.starts_with(sent->request_key)) continue;
    if (!store::hear(tx, question.destination.id, update.id)) continue;
    if (!update.status.empty()) sent->external_status = update.status;
    const auto here = status_here(update.status);
    sent->is_over = here == "done" || here == "will_not_be_done";
    take_in(service, tx, now, *sent, {.status = update.status, .text = update.text});
  }
}

Fault ask_states(const web::Service& service, const Question& question) {
  if (question.numbers.empty()) return {};
  const auto answer =
      fetch::fetch({.url = open311::url_of(question.destination.open311_endpoint(), "requests",
                                           {{"service_request_id", question.numbers}}),
                    .patience = patience});
  if (auto fault = fault_of(answer); !fault.word.empty()) return fault;
  const auto states = open311::read_requests(answer->body);
  if (!states) return {.word = "not_understood"};
  service.database.write([&](db::Transaction& tx) {
    for (const auto& state : *states)
      hear_state(service, tx, service.clock.now(), question.destination, state);
  });
  return {};
}

Fault ask_updates(const web::Service& service, const Question& question) {
  if (!question.destination.has_updates) return {};
  if (question.key.empty() && !question.destination.credential.empty())
    return {.word = "no_key", .detail = question.destination.credential};
  const auto answer =
      fetch::fetch({.url = open311::url_of(question.destination.open311_endpoint(), "servicerequestupdates",
                                           {{"start_date", iso_instant(question.since)},
                                            {"end_date", iso_instant(question.until)},
                                            {"api_key", question.key}}),
                    .patience = patience});
  if (auto fault = fault_of(answer); !fault.word.empty()) return fault;
  const auto updates = open311::read_updates(answer->body);
  if (!updates) return {.word = "not_understood"};
  service.database.write([&](db::Transaction& tx) {
    hear_updates(service, tx, question, *updates, service.clock.now());
    if (auto destination = store::find(tx, question.destination.id)) {
      destination->updates_until = question.until;
      store::update(tx, *destination);
    }
  });
  return {};
}

void ask(const web::Service& service, const Question& question) {
  auto fault = ask_states(service, question);
  auto fault_of_updates = ask_updates(service, question);
  if (fault.word.empty()) fault = std::move(fault_of_updates);
  if (fault.word.empty() && question.destination.poll_fault.empty()) return;
  service.database.write(
      [&](db::Transaction& tx) { keep_poll_fault(tx, question.destination.id, fault, service.clock.now()); });
}

// Where what is said of this signal is read: a duplicate is talked about at the first. Nothing when the text
// was destroyed: then nothing of it is written down any more.
std::optional<items::Item> where_it_is_told(db::Transaction& tx, ItemId id) {
  constexpr int steps_most = 5;
  auto item = items::find(tx, id);
  for (int i = 0; item && item->status == "duplicate" && i < steps_most; ++i) {
    const auto linked = items::led_to(tx, item->id);
    const auto first = std::ranges::find(linked, items::LinkKind::duplicate_of, &items::Linked::kind);
    item = first == linked.end() ? std::nullopt : std::optional(first->item);
  }
  return item && item->status != "referred" ? item : std::nullopt;
}

// Written down where whoever may see the signal reads it, also when that is not everyone (any more). False
// when it is not taken.
bool tell(const web::Service& service, db::Transaction& tx, Instant now, const items::Item& item,
          const store::Destination& destination, const std::string& status, const std::string& text) {
  const auto signal = signals::find_signal(tx, item.id);
  if (!signal) return false;
  auto call = web::job_call(service, i18n::Language::nl, now);
  call.actor = in_the_name_of(destination.organisation);
  const bool changes = !status.empty() && status != item.status && !signal->is_held;
  if (changes && signals::take_news(call, tx, item.id,
                                    {.status = status, .text = text, .from = destination.organisation}))
    return true;
  // What does not change the state here (any more) is told as it was said.
  return signals::add_update(call, tx, item.id, {.text = text, .from = destination.organisation}).has_value();
}

// What came from there does not go back.
void keep_from_going_back(db::Transaction& tx, store::Sent& sent) {
  sent.told_sequence = last_sequence(tx, sent.item, sent.told_sequence);
  store::update(tx, sent);
}

}  // namespace

void keep_poll_fault(db::Transaction& tx, DestinationId id, const Fault& fault, Instant now) {
  auto destination = store::find(tx, id);
  if (!destination) return;
  if (fault.word.empty())
    destination->poll_fault_since = std::nullopt;
  else if (!destination->poll_fault_since)
    destination->poll_fault_since = now;
  destination->poll_fault = fault.word;
  destination->poll_detail = kept(fault.detail, detail_most);
  store::update(tx, *destination);
}

void hear_state(const web::Service& service, db::Transaction& tx, Instant now,
                const store::Destination& destination, const open311::RequestState& state) {
  auto sent = store::find_by_number(tx, destination.id, state.number);
  if (!sent || state.status.empty() || state.status == sent->external_status) return;
  const bool is_first = sent->external_status.empty();
  const auto here = status_here(state.status);
  sent->external_status = state.status;
  sent->is_over = here == "done" || here == "will_not_be_done";
  // A system with updates says there what it has to say; "open" at first is no news.
  const bool is_news = !destination.has_updates && !(is_first && here.empty() && state.notes.empty());
  if (is_news) take_in(service, tx, now, *sent, {.status = state.status, .text = state.notes});
  store::update(tx, *sent);
  if (const auto item = items::find(tx, sent->item)) tx.touch(item->area);
}

void take_in(const web::Service& service, db::Transaction& tx, Instant now, store::Sent& sent,
             const Said& said) {
  const auto destination = store::find(tx, sent.destination);
  if (!destination) return;
  const auto text =
      said.text.empty() && !said.status.empty() ? status_sentence(service, said.status, now) : said.text;
  // Of a duplicate it is told at the first, which may have gone there too: nothing goes back there either.
  const auto item = where_it_is_told(tx, sent.item);
  auto first_sent = item && item->id != sent.item ? store::find_sent(tx, item->id, sent.destination)
                                                  : std::optional<store::Sent>();
  queue_updates(tx, now, sent);
  if (first_sent) queue_updates(tx, now, *first_sent);
  if (!text.empty() && !(item && tell(service, tx, now, *item, *destination, status_here(said.status), text)))
    store::insert_unkept(tx, {destination->id, now});
  keep_from_going_back(tx, sent);
  if (first_sent) keep_from_going_back(tx, *first_sent);
}

jobs::JobKinds::OutsideWork prepare_poll(const web::Service& service, db::Transaction& tx, const Facts&,
                                         Instant now) {
  std::vector<Question> questions;
  for (auto& destination : store::current(tx)) {
    const bool is_due = !destination.polled_at || *destination.polled_at <= now - poll_pause;
    if (destination.kind != "open311" || !is_due || questions.size() >= destinations_at_once) continue;
    auto question = question_for(service, tx, destination, now - poll_pause, now);
    destination.polled_at = now;
    store::update(tx, destination);
    if (!question.numbers.empty() || destination.has_updates) questions.push_back(std::move(question));
  }
  if (questions.empty()) return {};
  return [&service, questions = std::move(questions)] {
    for (const auto& question : questions) ask(service, question);
  };
}

void enqueue_ask(db::Transaction& tx, DestinationId id, Instant now) {
  jobs::enqueue(tx, "forwarding.ask", {{"destination", raw(id)}}, now);
}

jobs::JobKinds::OutsideWork prepare_ask(const web::Service& service, db::Transaction& tx,
                                        const Facts& payload, Instant now) {
  auto destination = store::find(tx, DestinationId{fact_number(payload, "destination")});
  if (!destination || destination->ended_at || destination->kind != "open311") return {};
  auto question = question_for(service, tx, *destination, now, now);
  destination->polled_at = now;
  store::update(tx, *destination);
  return [&service, question = std::move(question)] { ask(service, question); };
}

}  // namespace wijktafel::forwarding
