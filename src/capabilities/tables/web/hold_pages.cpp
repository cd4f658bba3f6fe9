// Running a meeting: begin, who are there, end, minutes.
#include <algorithm>

#include "capabilities/tables/actions/hold_meeting.hpp"
#include "capabilities/tables/reads/known_people.hpp"
#include "capabilities/tables/web/meeting_page.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"
#include "capabilities/tables/web/refusals.hpp"
#include "capabilities/tables/web/sentences.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::tables {

namespace {

constexpr int most_residents = 10'000;
constexpr std::size_t minutes_limit = 40'000;

using Act = Done (*)(db::Transaction&, Instant, const identity::Actor&, ItemId);

// One press of a button: done and back to the meeting, or the meeting with why not.
http::Response press(const web::Call& call, Act act) {
  const auto page = meeting_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return act(tx, call.now, call.actor, page->item.id); });
  if (done) return http::see_other(meeting_path(*call.area, page->item.id));
  const auto said = said_of(call, done.error());
  return meeting_page(call, *page, {.refused = in_words(call, said), .status = said.status});
}

// --- who are there ---

struct TypedAttendance {
  std::vector<std::string> people;
  std::string residents;
};

std::vector<KnownPerson> people_at(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return known_people(tx, call.area->lineage, call.now); });
}

std::string label_of(const web::Call& call, const KnownPerson& person) {
  const std::string what = person.organisation             ? person.organisation_name
                           : person.role == "panel_member" ? call.text("tables.meeting_page.panel")
                                                           : call.text("tables.meeting_page.coordinator");
  return person.name + ", " + what;
}

TypedAttendance as_recorded(const web::Call& call, const MeetingPage& page) {
  TypedAttendance typed;
  for (const auto id :
       call.service.database.read([&](db::Transaction& tx) { return people_present(tx, page.item.id); }))
    typed.people.push_back(std::to_string(raw(id)));
  typed.residents = std::to_string(page.other_residents);
  return typed;
}

http::Response attendance_page(const web::Call& call, const MeetingPage& page,
                               const std::vector<KnownPerson>& known, const TypedAttendance& typed,
                               std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  AttendanceView view;
  view.url = meeting_path(*call.area, page.item.id, "aanwezig");
  view.title = page.item.title;
  view.faults = fields.summary();
  std::vector<design::Choice> choices;
  for (const auto& person : known)
    choices.push_back({.value = std::to_string(raw(person.person)), .label = label_of(call, person)});
  if (!choices.empty())
    view.people =
        fields.checks("people", "tables.attendance.people", std::move(choices), typed.people, false);
  view.residents = fields.text("residents", "tables.attendance.residents", typed.residents,
                               {.input_mode = "numeric", .width = "short"});
  view.submit = {.text = call.text("tables.attendance.save")};
  return design::page(call,
                      {.title = call.text("tables.attendance.title"),
                       .active_tab = "tafel",
                       .narrow = true,
                       .back_url = meeting_path(*call.area, page.item.id),
                       .has_faults = !faults.empty()},
                      "tables/attendance", view, faults.empty() ? 200 : 422);
}

// --- minutes ---

// What was written down during the meeting, as a beginning.
std::string written_so_far(const web::Call& call, const MeetingPage& page) {
  std::string text;
  for (const auto& point : page.agenda) {
    text += "## " + point.item.title + "\n\n";
    if (!point.point.discussion.empty()) text += point.point.discussion + "\n\n";
    for (const auto& taken : point.decisions)
      text += "**" + call.text("tables.minutes.decided") + "** " + taken.item.text + " " +
              how_taken(call, taken.decision) + "\n\n";
  }
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

http::Response minutes_page(const web::Call& call, const MeetingPage& page, const std::string& typed,
                            std::span<const web::FieldFault> faults = {}, bool was_changed = false) {
  const design::Fields fields(call, faults);
  MinutesFormView view;
  view.url = meeting_path(*call.area, page.item.id, "verslag");
  view.title = page.item.title;
  view.is_adopted = page.meeting.minutes_state == "adopted";
  view.faults = fields.summary();
  view.edition = edition_of(page.meeting.minutes);
  if (was_changed) view.there = RichText{html::from_markdown(page.meeting.minutes)};
  view.text = fields.area("text", "tables.minutes.text", typed,
                          {.rows = 24, .most = static_cast<int>(minutes_limit)});
  view.submit = {.text = call.text("tables.minutes.save")};
  return design::page(call,
                      {.title = call.text("tables.minutes.title"),
                       .active_tab = "tafel",
                       .narrow = true,
                       .back_url = meeting_path(*call.area, page.item.id),
                       .has_faults = !faults.empty()},
                      "tables/minutes", view,
                      was_changed      ? 409
                      : faults.empty() ? 200
                                       : 422);
}

}  // namespace

http::Response begin(const web::Call& call) { return press(call, begin_meeting); }

http::Response end(const web::Call& call) { return press(call, end_meeting); }

http::Response adopt(const web::Call& call) { return press(call, adopt_minutes); }

http::Response show_attendance(const web::Call& call) {
  const auto page = meeting_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  return attendance_page(call, *page, people_at(call), as_recorded(call, *page));
}

http::Response keep_attendance(const web::Call& call) {
  const auto page = meeting_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  const auto known = people_at(call);
  std::vector<std::string> allowed;
  for (const auto& person : known) allowed.push_back(std::to_string(raw(person.person)));
  web::FormReader reader(call.request.form);
  const TypedAttendance typed{.people = reader.choices("people", allowed),
                              .residents = std::string(reader.typed("residents"))};
  const auto residents = static_cast<int>(reader.whole_number("residents", 0, most_residents).value_or(0));
  if (!reader.ok()) return attendance_page(call, *page, known, typed, reader.faults());

  std::vector<Attendance> present;
  for (std::size_t i = 0; i < known.size(); ++i)
    if (std::ranges::find(typed.people, allowed[i]) != typed.people.end())
      present.push_back(known[i].present());
  const auto kept = call.service.database.write([&](db::Transaction& tx) {
    return record_attendance(tx, call.now, call.actor, page->item.id, present, residents);
  });
  if (kept) return http::see_other(meeting_path(*call.area, page->item.id));
  const auto fault = fault_of(said_of(call, kept.error()), "residents");
  return attendance_page(call, *page, known, typed, {&fault, 1});
}

http::Response show_minutes(const web::Call& call) {
  const auto page = meeting_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  return minutes_page(call, *page,
                      page->meeting.minutes.empty() ? written_so_far(call, *page) : page->meeting.minutes);
}

http::Response keep_minutes(const web::Call& call) {
  const auto page = meeting_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto text =
      reader.text("text", {.most = minutes_limit, .missing_key = "tables.fault.minutes_missing"});
  if (!reader.ok()) return minutes_page(call, *page, text, reader.faults());
  std::optional<std::string> edition;
  if (const auto sent = http::find(call.request.form.fields, "edition")) edition = std::string(*sent);
  const auto kept = call.service.database.write([&](db::Transaction& tx) {
    return write_minutes(tx, call.now, call.actor, page->item.id, text, edition);
  });
  if (kept) return http::see_other(meeting_path(*call.area, page->item.id) + "#verslag");
  const auto fault = fault_of(said_of(call, kept.error()), "text");
  if (!std::holds_alternative<MinutesChanged>(kept.error()))
    return minutes_page(call, *page, text, {&fault, 1});
  const auto now_there = meeting_asked_for(call);
  return now_there ? minutes_page(call, *now_there, text, {&fault, 1}, true)
                   : design::edge_pages().not_found(call);
}

}  // namespace wijktafel::tables
