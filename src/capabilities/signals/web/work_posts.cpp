// What who works on a signal sends: an assignment, an answer, a referral, a duplicate. What is not right yet
// comes back on the page with everything that was typed.
#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/actions/mark_duplicate.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/reads/organisation_names.hpp"
#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/work_box.hpp"
#include "capabilities/signals/web/work_forms.hpp"
#include "design/edge_pages.hpp"

namespace wijktafel::signals {
namespace {

const std::vector<std::string> all_domains{"social", "physical", "safety"};

// The signal that a form is about: visible, and of the area whose rules were asked.
std::optional<SignalDetail> worked_on(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  auto detail =
      call.service.database.read([&](db::Transaction& tx) { return read_signal(call, tx, ItemId{*number}); });
  if (!detail || detail->item.area != call.area->key) return std::nullopt;
  return detail;
}

std::optional<std::int64_t> version_of(const http::Form& form) {
  const auto text = form.get("version");
  std::int64_t version = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return version;
}

http::Response back_to_signal(const web::Call& call, const SignalDetail& detail) {
  return http::see_other(signal_path(*call.area, raw(detail.item.id)));
}

// --- assignment ---
std::optional<OrganisationId> holder_of(const web::Call& call, web::FormReader& reader,
                                        std::string_view typed) {
  if (typed.empty()) return std::nullopt;
  for (const auto& [id, _] :
       call.service.database.read([](db::Transaction& tx) { return organisation_names(tx); }))
    if (std::to_string(raw(id)) == typed) return id;
  reader.fault("holder", "signals.fault.not_an_organisation");
  return std::nullopt;
}

struct ReadAssignment {
  TypedAssignment typed;
  AssignSignal form;
};

ReadAssignment read_assignment(const web::Call& call, web::FormReader& reader) {
  const auto& sent = call.request.form;
  ReadAssignment read;
  read.typed = {
      .title = reader.text("title", {.most = title_most, .missing_key = "signals.fault.title_missing"}),
      .domains = reader.choices("domains", all_domains),
      .holder = std::string(sent.get("holder")),
      .next_date = std::string(sent.get("assign_date")),
      .neighbours = reader.checked("open_to_neighbours"),
      .show_photos = reader.checked("show_photos")};
  read.form.title = read.typed.title;
  for (const auto& name : read.typed.domains)
    read.form.domains |= items::domain_of(name).value_or(items::Domain{});
  read.form.holder = holder_of(call, reader, read.typed.holder);
  read.form.next_date = reader.date("assign_date", "signals.fault.date_missing").value_or(call.today);
  read.form.open_to_neighbours = read.typed.neighbours;
  read.form.show_photos = read.typed.show_photos;
  read.form.version = version_of(sent);
  return read;
}

// --- answer ---
struct ReadAnswer {
  TypedAnswer typed;
  AnswerSignal form;
};

Outcome read_outcome(const web::Call& call, web::FormReader& reader, Status status, TypedAnswer& typed) {
  switch (status) {
    case Status::planned: {
      const auto last_day = last_day_of_month(typed.month);
      if (!last_day) reader.fault("month", "signals.fault.month_missing");
      return answer::Planned{last_day.value_or(call.today)};
    }
    case Status::waiting: {
      if (typed.for_whom.empty()) reader.fault("for_whom", "signals.fault.for_whom_missing");
      return answer::Waiting{typed.for_whom,
                             reader.date("until", "signals.fault.date_missing").value_or(call.today)};
    }
    case Status::will_not_be_done:
      if (typed.possible_instead.empty()) reader.fault("possible_instead", "signals.fault.instead_missing");
      return answer::WillNotBeDone{typed.possible_instead};
    case Status::done: return answer::Done{};
    case Status::forwarded: return answer::Forwarded{};
    case Status::thanked: return answer::Thanked{};
    default:
      return answer::InProgress{reader.date("next_date", "signals.fault.date_missing").value_or(call.today)};
  }
}

ReadAnswer read_answer(const web::Call& call, web::FormReader& reader, const SignalDetail& detail) {
  const auto& sent = call.request.form;
  std::vector<std::string> outcomes;
  for (const auto status : answers_for(detail.kind, detail.status)) outcomes.emplace_back(word(status));
  TypedAnswer typed{
      .text = reader.text("answer", {.most = text_most, .missing_key = "signals.fault.answer_missing"}),
      .outcome = reader.choice("outcome", outcomes, "signals.fault.outcome_missing").value_or(""),
      .next_date = std::string(sent.get("next_date")),
      .month = std::string(sent.get("month")),
      .for_whom = reader.text("for_whom", {.most = place_words_most}),
      .until = std::string(sent.get("until")),
      .possible_instead = reader.text("possible_instead", {.most = text_most}),
      .promise = std::nullopt,
      .without_commitment = reader.checked("without_commitment")};
  AnswerSignal form{.text = typed.text,
                    .outcome = answer::Done{},
                    .without_commitment = typed.without_commitment,
                    .version = version_of(sent)};
  if (const auto status = status_of(typed.outcome)) form.outcome = read_outcome(call, reader, *status, typed);
  return {std::move(typed), std::move(form)};
}

http::Response answer_returned(const web::Call& call, ItemId id, TypedAnswer typed,
                               const AnswerRefusal& refusal) {
  if (std::holds_alternative<NoSuchSignal>(refusal)) return refusal_page(call, refusal);
  std::string field = "outcome";
  if (const auto* passed = std::get_if<DateHasPassed>(&refusal)) field = passed->field;
  if (const auto* promise = std::get_if<PromiseWithoutCommitment>(&refusal)) {
    field = "answer";
    typed.promise = promise->sentence;
  }
  const auto status = sentence(call, refusal).status;
  return signal_page(call, id, {.answer = std::move(typed), .faults = {fault(call, field, refusal)}}, status);
}

}  // namespace

http::Response send_assignment(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  const auto read = read_assignment(call, reader);
  const ItemId id = detail->item.id;
  if (!reader.ok()) return signal_page(call, id, {.assignment = read.typed, .faults = reader.faults()}, 422);
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return assign_signal(tx, call.now, call.actor, id, read.form); });
  if (done) return back_to_signal(call, *detail);
  if (std::holds_alternative<NoSuchSignal>(done.error())) return refusal_page(call, done.error());
  const auto* passed = std::get_if<DateHasPassed>(&done.error());
  return signal_page(
      call, id,
      {.assignment = read.typed, .faults = {fault(call, passed ? passed->field : "title", done.error())}},
      sentence(call, done.error()).status);
}

http::Response send_answer(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  if (!may_answer(call, *call.area, detail->item)) return design::edge_pages().not_allowed(call);
  if (call.request.form.get("go") == "use") return answer_with_template(call, *detail);
  web::FormReader reader(call.request.form);
  const auto read = read_answer(call, reader, *detail);
  const ItemId id = detail->item.id;
  if (!reader.ok()) return signal_page(call, id, {.answer = read.typed, .faults = reader.faults()}, 422);
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return answer_signal(tx, call.now, call.actor, id, read.form); });
  if (done) return back_to_signal(call, *detail);
  return answer_returned(call, id, read.typed, done.error());
}

http::Response send_referral(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  const auto care = reader.choice("care", care_kinds(), "signals.fault.care_missing");
  const ItemId id = detail->item.id;
  if (!care) return signal_page(call, id, {.care = "", .faults = reader.faults()}, 422);
  // The title stays for everybody who reads the list, in the language of the neighbourhood.
  const std::string title = call.service.words.text(i18n::Language::nl, "signals.refer.new_title");
  const auto files_to_remove = call.service.database.write(
      [&](db::Transaction& tx) { return refer_signal(tx, call.now, call.actor, id, *care, title); });
  if (!files_to_remove) return refusal_page(call, files_to_remove.error());
  for (const auto& key : *files_to_remove) call.service.files.remove(key);
  return back_to_signal(call, *detail);
}

http::Response send_duplicate(const web::Call& call) {
  const auto detail = worked_on(call);
  if (!detail) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  constexpr std::int64_t largest = 999'999'999'999'999;
  const auto original = reader.whole_number("original", 1, largest, "signals.fault.original_missing");
  const std::string typed(call.request.form.get("original"));
  const ItemId id = detail->item.id;
  if (!original || !reader.ok())
    return signal_page(call, id, {.original = typed, .faults = reader.faults()}, 422);
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return mark_duplicate(tx, call.now, call.actor, id, *original, version_of(call.request.form));
  });
  if (done) return back_to_signal(call, *detail);
  if (std::holds_alternative<NoSuchSignal>(done.error())) return refusal_page(call, done.error());
  return signal_page(call, id, {.original = typed, .faults = {fault(call, "original", done.error())}},
                     sentence(call, done.error()).status);
}

}  // namespace wijktafel::signals
