#include "capabilities/tables/web/meeting_page.hpp"

#include <algorithm>

#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"
#include "capabilities/tables/web/phases.hpp"
#include "capabilities/tables/web/sentences.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::tables {

namespace {

constexpr int discussion_limit = 4000;

struct Shown {
  const web::Call& call;
  const MeetingPage& page;
  const MeetingInput& input;
  Phase phase;
  bool may_hold;
  bool may_prepare;

  bool is_open() const { return page.item.is_open; }
  bool is_under_way() const { return page.item.status == "under_way"; }
};

// --- "Stand van de afspraken" ---

design::PromiseRow promise_row(const Shown& shown, const StandingLine& line) {
  const auto& call = shown.call;
  const auto& commitment = line.commitment;
  const auto standing = goals::standing_of(call, commitment);
  design::PromiseRow row;
  row.who = line.promiser;
  row.what = commitment.item.title;
  row.url = items::url_of(call.service, commitment.item);
  row.due = i18n::long_date(call.language, commitment.due, call.today);
  if (commitment.first_due != commitment.due)
    row.first_due = i18n::long_date(call.language, commitment.first_due, call.today);
  row.badge = {standing.word, standing.tone};
  return row;
}

std::optional<StandingView> standing_view(const Shown& shown) {
  const auto& [call, page, input, phase, may_hold, may_prepare] = shown;
  if (phase == Phase::cancelled) return std::nullopt;
  const bool then = phase == Phase::held;
  StandingView view;
  if (!then) view.others = web::filled_slot(call, "meeting_standing", raw(page.item.id));
  if (page.standing.empty()) {
    view.intro =
        call.text(then ? "tables.meeting_page.nothing_late_then" : "tables.meeting_page.nothing_late_now");
    return view;
  }
  view.intro = call.text(then ? "tables.meeting_page.standing_then" : "tables.meeting_page.standing_now");
  view.late = design::PromisesTable{.caption = call.text("tables.meeting_page.standing"), .rows = {}};
  for (const auto& line : page.standing) view.late->rows.push_back(promise_row(shown, line));
  if (page.more_late > 0)
    view.more = design::Link{call.text("tables.meeting_page.more_late", {{"count", page.more_late}}),
                             call.area->path + "/" + std::string(call.service.segment_of("commitment"))};
  return view;
}

// --- the agenda ---

DiscussionForm discussion_form(const Shown& shown, const AgendaPoint& point) {
  const auto& input = shown.input;
  const bool was_typed = input.discussed == raw(point.item.id);
  const design::Fields fields(shown.call, input.faults);
  return {.url = point_path(*shown.call.area, point.item.id, "bespreking"),
          .text = fields.area(discussion_field(point.item.id), "tables.hold.discussion",
                              was_typed ? input.discussion : point.point.discussion,
                              {.optional = true, .rows = 4, .most = discussion_limit})};
}

std::optional<PointTools> point_tools(const Shown& shown, std::size_t index) {
  if (!shown.may_hold || !shown.is_open()) return std::nullopt;
  const auto& point = shown.page.agenda[index];
  PointTools tools{.move_url = point_path(*shown.call.area, point.item.id, "plek"),
                   .can_go_up = index > 0,
                   .can_go_down = index + 1 < shown.page.agenda.size(),
                   .discussion = std::nullopt,
                   .decide_url = std::nullopt};
  if (shown.is_under_way()) {
    tools.discussion = discussion_form(shown, point);
    tools.decide_url = point_path(*shown.call.area, point.item.id, "besluit");
  }
  return tools;
}

PointView point_view(const Shown& shown, std::size_t index) {
  const auto& point = shown.page.agenda[index];
  PointView view{.anchor = anchor_of(point.item.id),
                 .title = point.item.title,
                 .url = items::url_of(shown.call.service, point.item),
                 .subject = std::nullopt,
                 .discussion = {},
                 .decisions = {},
                 .tools = point_tools(shown, index)};
  if (point.subject) view.subject = link_to(shown.call, *point.subject);
  // In the form it stands already, for who writes it down.
  if (!view.tools || !view.tools->discussion) view.discussion = html::from_markdown(point.point.discussion);
  for (const auto& taken : point.decisions) view.decisions.push_back(line_of(shown.call, taken));
  return view;
}

std::optional<AddPointForm> add_point_form(const Shown& shown) {
  if (!shown.is_open() || !shown.call.may("tables.put_on_agenda")) return std::nullopt;
  const design::Fields fields(shown.call, shown.input.faults);
  return AddPointForm{.url = meeting_path(*shown.call.area, shown.page.item.id, "agenda"),
                      .point = fields.text("point", "tables.hold.point", shown.input.point)};
}

// --- who runs it ---

std::optional<MeetingTools> meeting_tools(const Shown& shown) {
  if (!shown.may_hold && !shown.may_prepare) return std::nullopt;
  const auto& [call, page, input, phase, may_hold, may_prepare] = shown;
  const auto step = [&](std::string_view name) { return meeting_path(*call.area, page.item.id, name); };
  const bool day_has_come = local_date(page.meeting.begins_at) <= call.today;
  MeetingTools tools;
  if (may_hold && page.item.status == "planned" && day_has_come) tools.begin_url = step("begin");
  if (may_hold && shown.is_under_way()) {
    tools.under_way = true;
    tools.attendance_url = step("aanwezig");
    tools.end_url = step("einde");
  }
  if (may_hold && (phase == Phase::held || shown.is_under_way()))
    tools.minutes = design::Link{
        call.text(page.meeting.minutes.empty() ? "tables.hold.minutes" : "tables.hold.change_minutes"),
        step("verslag")};
  if (may_hold && page.meeting.minutes_state == "draft" && phase == Phase::held)
    tools.adopt_url = step("verslag/vaststellen");
  if (may_prepare && page.item.status == "planned") tools.change_url = step("wijzigen");
  const bool nothing_to_do = !tools.begin_url && !tools.under_way && !tools.minutes && !tools.change_url;
  if (nothing_to_do) return std::nullopt;
  return tools;
}

// --- who were there ---

std::string name_of(const web::Call& call, const PresentPerson& person) {
  return person.name.empty() ? call.text("tables.meeting_page.former_person") : person.name;
}

std::optional<PresentView> present_view(const Shown& shown) {
  const auto& [call, page, input, phase, may_hold, may_prepare] = shown;
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const auto& person : page.people) {
    const std::string group = !person.organisation.empty() ? person.organisation
                              : person.is_voter            ? call.text("tables.meeting_page.panel")
                                                           : call.text("tables.meeting_page.coordinator");
    auto found = std::ranges::find(groups, group, [](const auto& one) { return one.first; });
    if (found == groups.end()) found = groups.insert(groups.end(), {group, {}});
    found->second.push_back(name_of(call, person));
  }
  PresentView view;
  for (const auto& [group, names] : groups)
    view.groups.push_back({group, i18n::listed(call.language, names)});
  if (page.other_residents > 0)
    view.groups.push_back(
        {call.text("tables.meeting_page.other_residents"),
         call.text("tables.meeting_page.residents", {{"count", std::int64_t{page.other_residents}}})});
  if (view.groups.empty()) return std::nullopt;
  return view;
}

// --- the whole ---

std::optional<design::Notice> notice_of(const Shown& shown) {
  const auto& call = shown.call;
  if (shown.input.refused)
    return design::Notice{
        .tone = "warning", .title = call.text("tables.refusal.title"), .text = shown.input.refused};
  if (shown.phase == Phase::not_closed)
    return design::Notice{.tone = "info", .title = call.text("tables.meeting_page.not_closed")};
  if (shown.phase != Phase::cancelled) return std::nullopt;
  design::Notice notice{.tone = "warning", .title = call.text("tables.meeting_page.cancelled")};
  if (!shown.page.why_cancelled.empty()) notice.text = shown.page.why_cancelled;
  return notice;
}

void add_record(const Shown& shown, MeetingView& view) {
  std::vector<TakenDecision> all;
  for (const auto& point : shown.page.agenda)
    all.insert(all.end(), point.decisions.begin(), point.decisions.end());
  view.decisions = lines_of(shown.call, all);
  view.present = present_view(shown);
  const auto& meeting = shown.page.meeting;
  if (meeting.minutes.empty()) return;
  const bool adopted = meeting.minutes_state == "adopted";
  view.minutes = MinutesView{.text = html::from_markdown(meeting.minutes),
                             .state = shown.call.text(adopted ? "tables.meeting_page.minutes_adopted"
                                                              : "tables.meeting_page.minutes_draft")};
}

MeetingView view_of(const Shown& shown) {
  const auto& [call, page, input, phase, may_hold, may_prepare] = shown;
  MeetingView view;
  view.title = page.item.title;
  view.table_name = page.body.name.empty() ? call.text("tables.page.title") : page.body.name;
  view.table_url = table_path(*call.area);
  view.badge = badge_of(call, page.item, page.meeting);
  view.notice = notice_of(shown);
  view.when = when(call, page.meeting);
  view.place = page.meeting.place;
  if (!page.meeting.online_link.empty()) view.online_url = page.meeting.online_link;
  view.is_public = page.meeting.is_public;
  view.is_coming = phase == Phase::coming || phase == Phase::now;
  view.is_over = phase == Phase::held;
  view.calendar_url = meeting_path(*call.area, page.item.id, "agenda.ics");
  view.tools = meeting_tools(shown);
  view.standing = standing_view(shown);
  for (std::size_t i = 0; i < page.agenda.size(); ++i) view.points.push_back(point_view(shown, i));
  view.add_point = add_point_form(shown);
  add_record(shown, view);
  view.faults = design::Fields(call, input.faults).summary();
  view.footer = web::filled_slot(call, "item_footer", raw(page.item.id));
  return view;
}

}  // namespace

http::Response meeting_page(const web::Call& call, const MeetingPage& page, const MeetingInput& input) {
  const Shown shown{.call = call,
                    .page = page,
                    .input = input,
                    .phase = phase_of(call, page.item, page.meeting),
                    .may_hold = call.may("tables.hold"),
                    .may_prepare = call.may("tables.prepare")};
  auto response = design::page(call,
                               {.title = page.item.title,
                                .active_tab = "tafel",
                                .narrow = true,
                                .back_url = table_path(*call.area),
                                .has_faults = !input.faults.empty()},
                               "tables/meeting_page", view_of(shown), input.status);
  set_valid_until(response, {next_phase_at(page.item.status, page.meeting.begins_at, call.now)});
  return response;
}

std::optional<MeetingPage> meeting_asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_meeting_page(call, tx, ItemId{*number}); });
}

std::string discussion_field(ItemId agenda_item) { return "discussion-" + std::to_string(raw(agenda_item)); }

http::Response show_meeting(const web::Call& call) {
  const auto page = meeting_asked_for(call);
  if (!page) return design::edge_pages().not_found(call);
  return meeting_page(call, *page);
}

}  // namespace wijktafel::tables
