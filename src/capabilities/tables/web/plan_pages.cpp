// A meeting is planned, moved or cancelled by who serves the table.
#include "capabilities/tables/actions/plan_meeting.hpp"
#include "capabilities/tables/actions/set_rules.hpp"
#include "capabilities/tables/reads/meeting_page.hpp"
#include "capabilities/tables/reads/table_page.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"
#include "capabilities/tables/web/refusals.hpp"
#include "capabilities/tables/web/sentences.hpp"
#include "capabilities/tables/web/table_views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::tables {

namespace {

constexpr std::size_t place_limit = 200;
constexpr std::size_t link_limit = 500;
constexpr std::size_t reason_limit = 500;

struct TypedPlan {
  std::string date;
  std::string time;
  std::string place;
  std::string online_link;
  std::string is_public;
  std::string reason;
  Instant begins_at{};  // of date and time, when both are right
};

TypedPlan read_plan(web::FormReader& reader, bool asks_public) {
  TypedPlan typed;
  typed.date = reader.typed("date");
  const auto date = reader.date("date", "tables.fault.date_missing");
  typed.time = reader.text("time", {.most = 20, .missing_key = "tables.fault.time_missing"});
  const auto time = parse_time_of_day(typed.time);
  if (!typed.time.empty() && !time) reader.fault("time", "tables.fault.time_not_a_time");
  if (date && time) typed.begins_at = at(*date, time->hour, time->minute);
  typed.place = reader.text("place", {.most = place_limit, .missing_key = "tables.fault.place_missing"});
  typed.online_link = reader.text("online_link", {.most = link_limit});
  if (!typed.online_link.empty() && !typed.online_link.starts_with("https://"))
    reader.fault("online_link", "tables.fault.link_not_a_link");
  if (asks_public)
    typed.is_public = reader.choice("is_public", {"yes", "no"}, "tables.fault.public_missing").value_or("");
  return typed;
}

// The name of a meeting is kept, so it is written in the language of the table.
std::string title_of(const web::Call& call, Instant begins_at) {
  const auto nl = i18n::Language::nl;
  return call.service.words.text(nl, "tables.meeting_title",
                                 {{"date", i18n::full_date(nl, local_date(begins_at))}});
}

PlanView form(const web::Call& call, const TypedPlan& typed, std::span<const web::FieldFault> faults) {
  const design::Fields fields(call, faults);
  PlanView view;
  view.faults = fields.summary();
  view.date = fields.date("date", "tables.plan.date", typed.date, {.earliest = call.today});
  view.time = fields.text("time", "tables.plan.time", typed.time, {.type = "time", .width = "short"});
  view.place = fields.text("place", "tables.plan.place", typed.place);
  view.online_link = fields.text("online_link", "tables.plan.online_link", typed.online_link,
                                 {.optional = true, .type = "url", .autocomplete = "off"});
  return view;
}

http::Response shown(const web::Call& call, const PlanView& view, const std::string& back, bool has_faults) {
  return design::page(call,
                      {.title = view.title,
                       .active_tab = "tafel",
                       .narrow = true,
                       .back_url = back,
                       .has_faults = has_faults},
                      "tables/plan_meeting", view, has_faults ? 422 : 200);
}

http::Response plan_page(const web::Call& call, const TypedPlan& typed,
                         std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  auto view = form(call, typed, faults);
  view.title = call.text("tables.plan.title");
  view.url = plan_path(*call.area);
  view.is_first =
      !call.service.database.read([&](db::Transaction& tx) { return find_rules(tx, call.area->key); })
           .has_value();
  view.is_public = fields.choice("is_public", "tables.plan.public",
                                 fields.answers("tables.plan.public", {"yes", "no"}), typed.is_public);
  view.submit = {.text = call.text("tables.plan.save")};
  return shown(call, view, table_path(*call.area), !faults.empty());
}

http::Response change_page(const web::Call& call, const MeetingPage& page, const TypedPlan& typed,
                           std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  auto view = form(call, typed, faults);
  view.title = call.text("tables.change.title");
  view.url = meeting_path(*call.area, page.item.id, "wijzigen");
  view.submit = {.text = call.text("tables.change.save")};
  view.cancel = CancelForm{.url = meeting_path(*call.area, page.item.id, "afzeggen"),
                           .reason = fields.text("reason", "tables.change.reason", typed.reason),
                           .submit = {.text = call.text("tables.change.cancel")}};
  return shown(call, view, meeting_path(*call.area, page.item.id), !faults.empty());
}

TypedPlan as_it_is(const MeetingPage& page) {
  const auto begins = local_time(page.meeting.begins_at);
  const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return {.date = iso_date(begins.date),
          .time = two_digits(begins.hour) + ":" + two_digits(begins.minute),
          .place = page.meeting.place,
          .online_link = page.meeting.online_link,
          .is_public = {},
          .reason = {},
          .begins_at = page.meeting.begins_at};
}

std::optional<MeetingPage> asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_meeting_page(call, tx, ItemId{*number}); });
}

}  // namespace

http::Response show_plan(const web::Call& call) { return plan_page(call, {}); }

http::Response plan(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto typed = read_plan(reader, true);
  if (!reader.ok()) return plan_page(call, typed, reader.faults());
  const auto planned = call.service.database.write([&](db::Transaction& tx) {
    form_table_if_none(tx, first_rules(call));
    return plan_meeting(tx, call.now, call.actor,
                        {.area = *call.area,
                         .title = title_of(call, typed.begins_at),
                         .begins_at = typed.begins_at,
                         .place = typed.place,
                         .online_link = typed.online_link,
                         .is_public = typed.is_public == "yes"});
  });
  if (planned) return http::see_other(meeting_path(*call.area, *planned));
  const auto fault = fault_of(said_of(call, planned.error()), "date");
  return plan_page(call, typed, {&fault, 1});
}

http::Response show_change(const web::Call& call) {
  const auto page = asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  return change_page(call, *page, as_it_is(*page));
}

http::Response change(const web::Call& call) {
  const auto page = asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto typed = read_plan(reader, false);
  if (!reader.ok()) return change_page(call, *page, typed, reader.faults());
  // A name that says the old date gets the new one; a name that somebody chose stays.
  const auto title = page->item.title == title_of(call, page->meeting.begins_at)
                         ? title_of(call, typed.begins_at)
                         : page->item.title;
  const auto moved = call.service.database.write([&](db::Transaction& tx) {
    return move_meeting(tx, call.now, call.actor, page->item.id,
                        {.title = title,
                         .begins_at = typed.begins_at,
                         .place = typed.place,
                         .online_link = typed.online_link});
  });
  if (moved) return http::see_other(meeting_path(*call.area, page->item.id));
  const auto fault = fault_of(said_of(call, moved.error()), "date");
  return change_page(call, *page, typed, {&fault, 1});
}

http::Response cancel(const web::Call& call) {
  const auto page = asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  auto typed = as_it_is(*page);
  typed.reason = reader.text("reason", {.most = reason_limit, .missing_key = "tables.fault.reason_missing"});
  if (!reader.ok()) return change_page(call, *page, typed, reader.faults());
  const auto cancelled = call.service.database.write([&](db::Transaction& tx) {
    return cancel_meeting(tx, call.now, call.actor, page->item.id, typed.reason);
  });
  if (cancelled) return http::see_other(meeting_path(*call.area, page->item.id));
  const auto fault = fault_of(said_of(call, cancelled.error()), "reason");
  return change_page(call, *page, typed, {&fault, 1});
}

}  // namespace wijktafel::tables
