// "Deze week": what is due, what passed, what waits, what is new, which promises and meetings come, who is
// away. To read on Monday, and to print.
#include <algorithm>

#include "capabilities/safety_net/actions/ask_week_mail.hpp"
#include "capabilities/safety_net/reads/week.hpp"
#include "capabilities/safety_net/web/pages.hpp"
#include "capabilities/safety_net/web/paths.hpp"
#include "capabilities/safety_net/web/views.hpp"
#include "capabilities/safety_net/web/week_views.hpp"
#include "design/page.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::safety_net {
namespace {

std::string day(const web::Call& call, Date date) { return i18n::long_date(call.language, date, call.today); }

design::ItemRow row_of(const web::Call& call, const WeekSignal& signal) {
  const auto& item = signal.item;
  const bool is_late = item.next_date && *item.next_date < call.today;
  std::string about = signal.holder.empty() ? call.text("safety_net.week.nobody") : signal.holder;
  if (item.next_date) about += " · " + day(call, *item.next_date);
  if (!signal.waiting_for.empty())
    about += " · " + call.text("safety_net.week.waits_for", {{"whom", signal.waiting_for}});
  // Who stands in for a coordinator reads this page too: what is confidential is read on its own page, where
  // each look is written down.
  const bool is_confidential = item.visibility == items::Visibility::confidential;
  design::ItemRow row{.title = is_confidential ? call.text("safety_net.week.confidential") : item.title,
                      .url = items::url_of(call.service, item),
                      .about = std::move(about),
                      .badge = design::StatusBadge{items::status_word(call, item),
                                                   is_late ? "late" : items::tone_of(call.service, item)}};
  if (signal.at_net) row.gap = call.text("safety_net.week.at_net");
  return row;
}

WeekSection section(const web::Call& call, const char* name, const SignalPart& part) {
  const std::string key = std::string("safety_net.week.") + name;
  WeekSection section{
      .id = name, .title = call.text(key), .list = std::nullopt, .empty = call.text(key + "_empty")};
  if (part.signals.empty()) return section;
  section.list.emplace();
  for (const auto& signal : part.signals) section.list->rows.push_back(row_of(call, signal));
  if (part.has_more) section.more = call.text("safety_net.week.more");
  return section;
}

WeekSection promises_section(const web::Call& call, const Week& week) {
  WeekSection section{.id = "promises",
                      .title = call.text("safety_net.week.promises"),
                      .list = std::nullopt,
                      .empty = call.text("safety_net.week.promises_empty")};
  if (!week.promises.promises.empty()) section.list.emplace();
  for (const auto& promise : week.promises.promises) {
    const auto standing = goals::standing_of(call, promise);
    section.list->rows.push_back({.title = promise.item.title,
                                  .url = items::url_of(call.service, promise.item),
                                  .about = day(call, promise.due),
                                  .badge = design::StatusBadge{standing.word, standing.tone}});
  }
  if (week.promises.has_more)
    section.all = design::Link{call.text("safety_net.week.more_promises"),
                               call.service.municipality_path + "/afspraken"};
  return section;
}

WeekSection meetings_section(const web::Call& call, const Week& week) {
  WeekSection section{.id = "meetings",
                      .title = call.text("safety_net.week.meetings"),
                      .list = std::nullopt,
                      .empty = call.text("safety_net.week.meetings_empty")};
  if (!week.meetings.empty()) section.list.emplace();
  for (const auto& [meeting, area] : week.meetings)
    section.list->rows.push_back({.title = meeting.item.title,
                                  .url = items::url_of(call.service, meeting.item),
                                  .about = area + " · " +
                                           i18n::date_and_time(call.language, meeting.begins_at, call.today) +
                                           " · " + meeting.place});
  return section;
}

std::string away_line(const web::Call& call, const AwayPerson& person) {
  return call.text(person.deputy.empty() ? "safety_net.week.away_alone" : "safety_net.week.away_line",
                   {{"name", person.name},
                    {"first", day(call, person.first_day)},
                    {"last", day(call, person.last_day)},
                    {"deputy", person.deputy}});
}

WeekMailChoice mail_choice(const web::Call& call, bool wants_mail) {
  return {.url = week_mail_path(call.service),
          .said = call.text(wants_mail ? "safety_net.week_mail.comes" : "safety_net.week_mail.comes_not"),
          .wanted = wants_mail ? "no" : "yes",
          .button = call.text(wants_mail ? "safety_net.week_mail.stop" : "safety_net.week_mail.start")};
}

}  // namespace

std::vector<WeekSection> week_sections(const web::Call& call, const Week& week) {
  return {section(call, "passed", week.passed), section(call, "due", week.due),
          promises_section(call, week),         section(call, "waiting", week.waiting),
          section(call, "fresh", week.fresh),   meetings_section(call, week)};
}

std::vector<std::string> away_lines(const web::Call& call, const Week& week) {
  std::vector<std::string> lines;
  for (const auto& person : week.away) lines.push_back(away_line(call, person));
  return lines;
}

std::string period_of(const web::Call& call, const Week& week) {
  return call.text("safety_net.week.period",
                   {{"first", day(call, week.monday)}, {"last", day(call, week.sunday)}});
}

http::Response show_week(const web::Call& call) {
  Scope scope;
  bool wants_mail = false;
  const auto week = call.service.database.read([&](db::Transaction& tx) {
    scope = scope_of(tx, call.now, call.actor);
    wants_mail = call.actor.person && wants_week_mail(tx, *call.actor.person);
    return read_week(tx, call.now, scope);
  });
  WeekView view;
  view.title = call.text("safety_net.week.title");
  view.period = period_of(call, week);
  view.work_url = design::my_work_path(call.service);
  if (scope.is_empty()) {
    view.nobody = design::EmptyState{.text = call.text("safety_net.week.no_work")};
  } else {
    view.sections = week_sections(call, week);
    view.away = away_lines(call, week);
  }
  // Who works for nothing here any more can still end it.
  if (!scope.is_empty() || wants_mail) view.mail = mail_choice(call, wants_mail);
  return design::page(call, {.title = view.title, .is_private = true}, "safety_net/week", view);
}

http::Response send_week_mail(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const bool wanted = reader.typed("wanted") == "yes";
  call.service.database.write([&](db::Transaction& tx) { ask_week_mail(tx, *call.actor.person, wanted); });
  return http::see_other(week_path(call.service));
}

html::SafeHtml link_to_week(const web::Call& call, std::int64_t) {
  const auto has_work = [](const identity::Grant& grant) {
    return grant.role == "coordinator" || grant.organisation.has_value();
  };
  if (std::ranges::none_of(call.actor.grants, has_work)) return {};
  return call.service.templates.render(call.language, "safety_net/week_link",
                                       PageLinkView{week_path(call.service)});
}

}  // namespace wijktafel::safety_net
