#include "capabilities/signals/web/work_forms.hpp"

#include <algorithm>

#include "capabilities/signals/reads/likely_duplicates.hpp"
#include "capabilities/signals/reads/organisation_names.hpp"
#include "capabilities/signals/web/confidence_form.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/work_box.hpp"
#include "design/fields.hpp"

namespace wijktafel::signals {
namespace {

using Faults = std::span<const web::FieldFault>;

const std::vector<std::string> all_domains{"social", "physical", "safety"};
constexpr int months_ahead = 24;

std::vector<design::Choice> organisation_choices(const web::Call& call) {
  std::vector<design::Choice> choices;
  for (const auto& [id, name] :
       call.service.database.read([](db::Transaction& tx) { return organisation_names(tx); }))
    choices.push_back({.value = std::to_string(raw(id)), .label = name});
  return choices;
}

std::vector<design::Choice> month_choices(const web::Call& call) {
  std::vector<design::Choice> choices;
  auto month = call.today.year() / call.today.month();
  for (int ahead = 0; ahead < months_ahead; ++ahead, month += std::chrono::months(1)) {
    const Date first_day = month / std::chrono::day(1);
    choices.push_back(
        {.value = iso_date(first_day).substr(0, 7), .label = i18n::month_and_year(call.language, first_day)});
  }
  return choices;
}

TypedAssignment as_it_is(const SignalDetail& detail, Date today) {
  TypedAssignment typed{.title = detail.item.title,
                        .domains = items::domain_names(detail.item.domains),
                        .holder = detail.item.holder ? std::to_string(raw(*detail.item.holder)) : "",
                        .next_date = {},
                        .neighbours = detail.status == Status::open_to_neighbours};
  const bool still_good = detail.item.next_date && *detail.item.next_date >= today;
  typed.next_date = iso_date(still_good ? *detail.item.next_date : detail.suggested_date);
  return typed;
}

AssignForm assign_form(const web::Call& call, const web::AreaRef& area, const SignalDetail& detail,
                       const std::optional<TypedAssignment>& returned, Faults faults) {
  const TypedAssignment typed = returned.value_or(as_it_is(detail, call.today));
  const design::Fields fields(call, faults);
  AssignForm form;
  form.url = action_path(area, raw(detail.item.id), "toewijzen");
  form.version = detail.item.version;
  form.open = returned.has_value();
  form.faults = fields.summary();
  form.title = fields.text("title", "signals.assign.title", typed.title);
  form.domains = fields.checks("domains", "signals.assign.domains",
                               fields.answers("items.domain", all_domains), typed.domains);
  form.holder =
      fields.select("holder", "signals.assign.holder", organisation_choices(call), typed.holder, true);
  form.next_date =
      fields.date("assign_date", "signals.assign.next_date", typed.next_date, {.earliest = call.today});
  if (detail.neighbours_may)
    form.neighbours = fields.tick("open_to_neighbours", "signals.assign.neighbours", typed.neighbours);
  const bool some_wait =
      std::ranges::any_of(detail.photos, [](const items::Photo& photo) { return !photo.is_shown; });
  if (some_wait) form.photos = fields.tick("show_photos", "signals.assign.photos", typed.show_photos);
  form.submit.text = call.text("signals.assign.button");
  return form;
}

std::vector<std::string> outcomes_for(const SignalDetail& detail) {
  std::vector<std::string> words;
  for (const auto status : answers_for(detail.kind, detail.status)) words.emplace_back(word(status));
  return words;
}

AnswerForm answer_form(const web::Call& call, const web::AreaRef& area, const SignalDetail& detail,
                       const std::optional<TypedAnswer>& returned, Faults faults) {
  TypedAnswer typed = returned.value_or(TypedAnswer{});
  if (!returned) typed.next_date = iso_date(detail.suggested_date);
  const design::Fields fields(call, faults);
  const auto outcomes = outcomes_for(detail);
  const auto offers = [&](Status status) {
    return std::ranges::find(outcomes, word(status)) != outcomes.end();
  };
  AnswerForm form;
  form.url = action_path(area, raw(detail.item.id), "antwoord");
  form.version = detail.item.version;
  form.open = returned.has_value();
  form.faults = fields.summary();
  form.text = fields.area("answer", "signals.answer.text", typed.text, {.most = static_cast<int>(text_most)});
  form.templates = template_choice(call, area, detail);
  form.outcome = fields.choice("outcome", "signals.answer.outcome",
                               fields.answers("signals.answer.outcome", outcomes), typed.outcome);
  if (typed.promise)
    form.promise = PromiseQuestion{
        call.text("signals.answer.promise_text", {{"sentence", *typed.promise}}),
        fields.tick("without_commitment", "signals.answer.without_commitment", typed.without_commitment)};
  if (offers(Status::in_progress))
    form.next_date = fields.date("next_date", "signals.answer.next_date", typed.next_date,
                                 {.optional = true, .earliest = call.today});
  if (offers(Status::planned))
    form.month = fields.select("month", "signals.answer.month", month_choices(call), typed.month, true);
  if (offers(Status::waiting)) {
    form.for_whom = fields.text("for_whom", "signals.answer.for_whom", typed.for_whom, {.optional = true});
    form.until =
        fields.date("until", "signals.answer.until", typed.until, {.optional = true, .earliest = call.today});
  }
  if (offers(Status::will_not_be_done))
    form.possible_instead = fields.area("possible_instead", "signals.answer.possible_instead",
                                        typed.possible_instead, {.optional = true, .rows = 3});
  form.submit.text = call.text("signals.answer.button");
  return form;
}

ReferForm refer_form(const web::Call& call, const web::AreaRef& area, const SignalDetail& detail,
                     const std::optional<std::string>& returned, Faults faults) {
  const design::Fields fields(call, faults);
  ReferForm form;
  form.url = action_path(area, raw(detail.item.id), "doorverwijzen");
  form.open = returned.has_value();
  form.faults = fields.summary();
  form.care = fields.choice("care", "signals.refer.care", fields.answers("signals.refer.care", care_kinds()),
                            returned.value_or(""));
  form.submit.text = call.text("signals.refer.button");
  return form;
}

std::vector<items::Item> likely_originals(const web::Call& call, const SignalDetail& detail) {
  std::vector<items::Item> likely;
  for (auto& same : call.service.database.read([&](db::Transaction& tx) {
         return likely_duplicates(
             tx, {.area = detail.item.area, .text = detail.item.text, .place = detail.item.place}, call.now);
       }))
    if (same.item.id != detail.item.id) likely.push_back(std::move(same.item));
  return likely;
}

DuplicateForm duplicate_form(const web::Call& call, const web::AreaRef& area, const SignalDetail& detail,
                             const std::optional<std::string>& returned, Faults faults) {
  const design::Fields fields(call, faults);
  DuplicateForm form;
  form.url = action_path(area, raw(detail.item.id), "dubbel");
  form.version = detail.item.version;
  form.open = returned.has_value();
  form.faults = fields.summary();
  for (auto& item : likely_originals(call, detail))
    form.likely.push_back(
        {.number = raw(item.id),
         .text = call.text("signals.bulk.signal", {{"number", raw(item.id)}, {"title", item.title}}),
         .link = items::url_of(call.service, item)});
  form.original = fields.text("original", "signals.duplicate.original", returned.value_or(""),
                              {.input_mode = "numeric", .width = "short"});
  form.submit.text = call.text("signals.duplicate.button");
  return form;
}

// The faults belong to the form that came back, and to no other.
template <class Typed>
Faults faults_of(const Returned& returned, const std::optional<Typed>& typed) {
  return typed ? Faults(returned.faults) : Faults();
}

}  // namespace

bool may_assign(const web::Call& call, const web::AreaRef& area) {
  return call.may("signals.assign", area.lineage);
}

bool may_answer(const web::Call& call, const web::AreaRef& area, const items::Item& item) {
  return call.may("signals.answer", area.lineage) || (item.holder && call.actor.is_member_of(*item.holder));
}

bool may_refer(const web::Call& call, const web::AreaRef& area) {
  return call.may("signals.refer", area.lineage);
}

bool may_see_reporter(const web::Call& call, const web::AreaRef& area) {
  return call.may("signals.see_reporter", area.lineage);
}

std::optional<WorkForms> work_forms(const web::Call& call, const web::AreaRef& area,
                                    const SignalDetail& detail, const Returned& returned) {
  WorkForms forms;
  const bool open = is_open(detail.status);
  if (open && may_assign(call, area))
    forms.assign =
        assign_form(call, area, detail, returned.assignment, faults_of(returned, returned.assignment));
  if (may_answer(call, area, detail.item) && !answers_for(detail.kind, detail.status).empty())
    forms.answer = answer_form(call, area, detail, returned.answer, faults_of(returned, returned.answer));
  if (may_assign(call, area) && may_become(detail.status, Status::duplicate))
    forms.duplicate =
        duplicate_form(call, area, detail, returned.original, faults_of(returned, returned.original));
  if (may_refer(call, area) && may_become(detail.status, Status::referred))
    forms.refer = refer_form(call, area, detail, returned.care, faults_of(returned, returned.care));
  if (may_assign(call, area) && detail.status == Status::duplicate)
    forms.undo_duplicate =
        UndoDuplicate{action_path(area, raw(detail.item.id), "niet-dubbel"), detail.item.version};
  if (may_assign(call, area) && open) forms.split_url = action_path(area, raw(detail.item.id), "splitsen");
  forms.arrange = arrange_form(call, area, detail, returned);
  forms.notes = notes_form(call, area, detail, returned);
  forms.confidential = confidential_form(call, area, detail, returned.confidential_reason, returned.faults);
  if (detail.is_reachable && may_see_reporter(call, area))
    forms.reporter_url = action_path(area, raw(detail.item.id), "melder");
  if (!forms.assign && !forms.answer && !forms.duplicate && !forms.refer && !forms.undo_duplicate &&
      !forms.arrange && !forms.notes && !forms.confidential && !forms.reporter_url)
    return std::nullopt;
  return forms;
}

}  // namespace wijktafel::signals
