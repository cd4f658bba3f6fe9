// A walk is planned, changed or cancelled.
#include <algorithm>

#include "capabilities/walks/actions/plan_walk.hpp"
#include "capabilities/walks/reads/choices.hpp"
#include "capabilities/walks/web/asked_for.hpp"
#include "capabilities/walks/web/pages.hpp"
#include "capabilities/walks/web/paths.hpp"
#include "capabilities/walks/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::walks {
namespace {

constexpr std::size_t reason_limit = 500;

struct Known {
  std::vector<KnownWalker> people;
  std::vector<Named> organisations;
};

struct Typed {
  std::string date;
  std::string time;
  std::string meeting_place;
  std::string theme = "general";
  std::vector<std::string> organisations;
  std::vector<std::string> people;
  std::string others;
  std::string reason;
  Instant begins_at{};  // of date and time, when both are right
};

Known known_here(const web::Call& call) {
  return call.service.database.read([&](db::Transaction& tx) {
    return Known{known_walkers(tx, call.area->lineage, call.now), organisation_names(tx)};
  });
}

std::string value_of(PersonId id) { return std::to_string(raw(id)); }

Typed read(web::FormReader& reader, const Known& known) {
  Typed typed;
  typed.date = reader.typed("date");
  const auto date = reader.date("date", "walks.fault.date_missing");
  typed.time = reader.text("time", {.most = 20, .missing_key = "walks.fault.time_missing"});
  const auto time = parse_time_of_day(typed.time);
  if (!typed.time.empty() && !time) reader.fault("time", "walks.fault.time_not_a_time");
  if (date && time) typed.begins_at = at(*date, time->hour, time->minute);
  typed.meeting_place =
      reader.text("meeting_place", {.most = words_most, .missing_key = "walks.fault.place_missing"});
  typed.theme = reader.choice("theme", listed(themes), "walks.fault.theme_missing").value_or("");
  std::vector<std::string> allowed;
  for (const auto& one : known.organisations) allowed.push_back(one.value);
  typed.organisations = reader.choices("organisations", allowed);
  allowed.clear();
  for (const auto& one : known.people) allowed.push_back(value_of(one.person));
  typed.people = reader.choices("people", allowed);
  typed.others = reader.text("others", {.most = words_most});
  return typed;
}

PlanWalk form_of(const web::Call& call, const Typed& typed, const Known& known) {
  const auto nl = i18n::Language::nl;
  PlanWalk form{
      .title = call.service.words.text(nl, "walks.title." + typed.theme,
                                       {{"date", i18n::full_date(nl, local_date(typed.begins_at))}}),
      .begins_at = typed.begins_at,
      .meeting_place = typed.meeting_place,
      .theme = typed.theme,
      .others = typed.others};
  for (const auto& one : known.organisations)
    if (std::ranges::find(typed.organisations, one.value) != typed.organisations.end())
      form.participants.push_back({.organisation = OrganisationId{std::stoll(one.value)}});
  for (const auto& one : known.people)
    if (std::ranges::find(typed.people, value_of(one.person)) != typed.people.end())
      form.participants.push_back({.person = one.person, .organisation = one.works_for});
  return form;
}

std::string label_of(const web::Call& call, const KnownWalker& person) {
  return person.name + ", " +
         (person.organisation.empty() ? call.text("walks.role." + person.role) : person.organisation);
}

PlanView view_of(const web::Call& call, const Known& known, const Typed& typed,
                 const design::Fields& fields) {
  PlanView view;
  view.faults = fields.summary();
  view.date = fields.date("date", "walks.plan.date", typed.date, {.earliest = call.today});
  view.time = fields.text("time", "walks.plan.time", typed.time, {.type = "time", .width = "short"});
  view.meeting_place = fields.text("meeting_place", "walks.plan.meeting_place", typed.meeting_place);
  view.theme =
      fields.choice("theme", "walks.plan.theme", fields.answers("walks.theme", listed(themes)), typed.theme);
  std::vector<design::Choice> choices;
  for (const auto& one : known.organisations) choices.push_back({.value = one.value, .label = one.label});
  if (!choices.empty())
    view.organisations =
        fields.checks("organisations", "walks.plan.organisations", choices, typed.organisations);
  choices.clear();
  for (const auto& one : known.people)
    choices.push_back({.value = value_of(one.person), .label = label_of(call, one)});
  if (!choices.empty()) view.people = fields.checks("people", "walks.plan.people", choices, typed.people);
  view.others = fields.text("others", "walks.plan.others", typed.others, {.optional = true});
  return view;
}

http::Response shown(const web::Call& call, const PlanView& view, const std::string& back) {
  const bool has_faults = view.faults.has_value();
  return design::page(call, {.title = view.title, .narrow = true, .back_url = back, .has_faults = has_faults},
                      "walks/plan_walk", view, has_faults ? 422 : 200);
}

http::Response plan_page(const web::Call& call, const Known& known, const Typed& typed,
                         std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  auto view = view_of(call, known, typed, fields);
  view.title = call.text("walks.plan.title");
  view.url = plan_path(*call.area);
  view.submit = {.text = call.text("walks.plan.save")};
  return shown(call, view, list_path(*call.area));
}

http::Response change_page(const web::Call& call, const WalkPage& page, const Known& known,
                           const Typed& typed, std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  auto view = view_of(call, known, typed, fields);
  view.title = call.text("walks.change.title");
  view.url = walk_path(*call.area, page.item.id, "wijzigen");
  view.submit = {.text = call.text("walks.change.save")};
  view.cancel = CancelForm{.url = walk_path(*call.area, page.item.id, "afzeggen"),
                           .reason = fields.text("reason", "walks.change.reason", typed.reason),
                           .submit = {.text = call.text("walks.change.cancel")}};
  return shown(call, view, walk_path(*call.area, page.item.id));
}

Typed as_it_is(const web::Call& call, const WalkPage& page) {
  const auto begins = local_time(page.walk.begins_at);
  const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  Typed typed{.date = iso_date(begins.date),
              .time = two_digits(begins.hour) + ":" + two_digits(begins.minute),
              .meeting_place = page.walk.meeting_place,
              .theme = page.walk.theme,
              .organisations = {},
              .people = {},
              .others = page.walk.others,
              .reason = {},
              .begins_at = page.walk.begins_at};
  for (const auto& one : call.service.database.read(
           [&](db::Transaction& tx) { return participants_of_walk(tx, page.item.id); })) {
    if (one.person)
      typed.people.push_back(value_of(*one.person));
    else if (one.organisation)
      typed.organisations.push_back(std::to_string(raw(*one.organisation)));
  }
  return typed;
}

web::FieldFault fault_of(const web::Call& call, std::string field, const WalkRefusal& refusal) {
  const auto said = said_of(call, refusal);
  return {std::move(field), said.word_key, said.arguments};
}

}  // namespace

http::Response show_plan(const web::Call& call) { return plan_page(call, known_here(call), {}); }

http::Response send_plan(const web::Call& call) {
  const auto known = known_here(call);
  web::FormReader reader(call.request.form);
  const auto typed = read(reader, known);
  if (!reader.ok()) return plan_page(call, known, typed, reader.faults());
  const auto planned = call.service.database.write([&](db::Transaction& tx) {
    return plan_walk(tx, call.now, call.actor, *call.area, form_of(call, typed, known));
  });
  if (planned) return http::see_other(walk_path(*call.area, *planned));
  const auto fault = fault_of(call, "date", planned.error());
  return plan_page(call, known, typed, {&fault, 1});
}

http::Response show_change(const web::Call& call) {
  const auto page = walk_asked_for(call);
  if (!page) return design::not_found(call);
  return change_page(call, *page, known_here(call), as_it_is(call, *page));
}

http::Response send_change(const web::Call& call) {
  const auto page = walk_asked_for(call);
  if (!page) return design::not_found(call);
  const auto known = known_here(call);
  web::FormReader reader(call.request.form);
  const auto typed = read(reader, known);
  if (!reader.ok()) return change_page(call, *page, known, typed, reader.faults());
  const auto changed = call.service.database.write([&](db::Transaction& tx) {
    return change_walk(tx, call.now, call.actor, page->item.id, form_of(call, typed, known));
  });
  if (changed) return http::see_other(walk_path(*call.area, page->item.id));
  const auto fault = fault_of(call, "date", changed.error());
  return change_page(call, *page, known, typed, {&fault, 1});
}

http::Response send_cancel(const web::Call& call) {
  const auto page = walk_asked_for(call);
  if (!page) return design::not_found(call);
  web::FormReader reader(call.request.form);
  auto typed = as_it_is(call, *page);
  typed.reason = reader.text("reason", {.most = reason_limit, .missing_key = "walks.fault.reason_missing"});
  if (!reader.ok()) return change_page(call, *page, known_here(call), typed, reader.faults());
  const auto cancelled = call.service.database.write([&](db::Transaction& tx) {
    return cancel_walk(tx, call.now, call.actor, page->item.id, typed.reason);
  });
  return after(call, *page, cancelled);
}

}  // namespace wijktafel::walks
