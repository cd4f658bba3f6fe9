// The drafts that wait for the coordinator, one with its evidence, and the two things that can be done with
// it.
#include <fmt/format.h>

#include "capabilities/clusters/actions/decide_cluster.hpp"
#include "capabilities/clusters/reads/cluster_page.hpp"
#include "capabilities/clusters/web/pages.hpp"
#include "capabilities/clusters/web/paths.hpp"
#include "capabilities/clusters/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::clusters {
namespace {

constexpr std::size_t title_most = 120;
constexpr std::size_t reason_most = 500;
constexpr int pins_most = 12;  // more numbers than this nobody reads

std::string day(const web::Call& call, Date date) { return i18n::long_date(call.language, date, call.today); }

std::string title_of(const web::Call& call, const ClusterSummary& summary) {
  return call.text("clusters.title", {{"count", summary.signals}, {"theme", summary.theme}});
}

design::StatusBadge badge_of(const web::Call& call, const store::Cluster& cluster) {
  const std::string tone = cluster.state == "draft" ? "goal" : cluster.state == "confirmed" ? "done" : "new";
  return {call.text("clusters.state." + cluster.state), tone};
}

i18n::Arguments rule_words(const Rule& rule) {
  return {{"number", std::int64_t{rule.number}},
          {"metres", std::int64_t{rule.metres}},
          {"days", std::int64_t{rule.days}}};
}

std::string pin_class(const items::Item& item) {
  const auto names = items::domain_names(item.domains);
  return names.empty() ? "chance" : names.front();
}

std::string meeting_words(const web::Call& call, std::string_view key,
                          const tables::MeetingSummary& meeting) {
  return call.text(key, {{"when", i18n::date_and_time(call.language, meeting.begins_at, call.today)},
                         {"place", meeting.place}});
}

// Read by everybody once it is on the agenda: numbers, dates and the titles that are public already.
std::string evidence(const web::Call& call, const ClusterDetail& detail) {
  return call.text("clusters.evidence", {{"count", detail.summary.signals},
                                         {"theme", detail.summary.theme},
                                         {"metres", std::int64_t{detail.rule.metres}},
                                         {"since", day(call, detail.since)},
                                         {"people", detail.people}});
}

void add_evidence(const web::Call& call, ClusterDetail& detail, ClusterView& view) {
  const auto& cluster = detail.summary.cluster;
  view.facts.rows = {{call.text("clusters.page.theme"), detail.summary.theme},
                     {call.text("clusters.page.since"), day(call, detail.since)},
                     {call.text("clusters.page.people"), i18n::number(call.language, detail.people)}};
  view.why = {.summary = call.text("clusters.why.summary"),
              .body = html::from_plain_text(
                  call.text("clusters.why.text", rule_words(detail.rule)) + "\n\n" +
                  call.text("clusters.why.made", {{"date", day(call, local_date(cluster.made_at))}}))};
  int number = 0;
  for (const auto& item : detail.signals) {
    const std::string url = items::url_of(call.service, item);
    view.signals.rows.push_back(
        {.title = item.title,
         .url = url,
         .about = day(call, local_date(item.created_at)),
         .badge = design::StatusBadge{items::status_word(call, item), items::tone_of(call.service, item)}});
    if (!item.place || number == pins_most) continue;
    detail.map.drawing.pins.push_back(
        {.place = *item.place, .number = ++number, .css_class = pin_class(item), .title = item.title});
    view.map.places.push_back({.text = item.title, .url = url, .css_class = pin_class(item)});
  }
  view.map.drawing = places::draw(detail.map);
  if (detail.summary.signals > shown_most)
    view.more = call.text("clusters.page.more", {{"count", std::int64_t{shown_most}}});
}

struct Typed {
  std::string title = {};
  std::string reason = {};
};

void add_decision(const web::Call& call, const ClusterDetail& detail, const design::Fields& fields,
                  const Typed& typed, ClusterView& view) {
  const auto id = detail.summary.cluster.id;
  if (detail.meeting) {
    view.confirm = ConfirmForm{.url = cluster_path(*call.area, id, "agenda"),
                               .intro = meeting_words(call, "clusters.confirm.intro", *detail.meeting),
                               .title = fields.text("title", "clusters.confirm.title", typed.title),
                               .submit = {.text = call.text("clusters.confirm.submit")}};
  } else {
    view.no_meeting = NoMeetingView{call.text("clusters.confirm.no_meeting"),
                                    {call.text("clusters.confirm.plan"), call.area->path + "/tafel/nieuw"}};
  }
  view.dismiss = DismissForm{.url = cluster_path(*call.area, id, "niet"),
                             .reason = fields.area("reason", "clusters.dismiss.reason", typed.reason,
                                                   {.rows = 3, .most = reason_most}),
                             .submit = {.text = call.text("clusters.dismiss.submit")}};
}

void add_outcome(const web::Call& call, const ClusterDetail& detail, ClusterView& view) {
  const auto& cluster = detail.summary.cluster;
  if (cluster.state == "confirmed" && detail.meeting)
    view.decided = meeting_words(call, "clusters.page.on_agenda", *detail.meeting);
  if (cluster.state == "dismissed")
    view.decided = call.text("clusters.page.dismissed", {{"reason", cluster.reason}});
  if (detail.agenda_item)
    view.agenda_item =
        design::Link{detail.agenda_item->title, items::url_of(call.service, *detail.agenda_item)};
}

std::optional<ClusterDetail> asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read([&](db::Transaction& tx) {
    return read_cluster(call, tx, ClusterId{*number}, call.text("clusters.page.map"));
  });
}

http::Response cluster_page(const web::Call& call, ClusterDetail& detail,
                            const std::vector<web::FieldFault>& faults, Typed typed, int status) {
  const design::Fields fields(call, faults);
  ClusterView view{.title = title_of(call, detail.summary), .badge = badge_of(call, detail.summary.cluster)};
  view.faults = fields.summary();
  add_evidence(call, detail, view);
  if (typed.title.empty()) typed.title = view.title;
  if (detail.summary.cluster.state == "draft" && call.may("clusters.decide"))
    add_decision(call, detail, fields, typed, view);
  else
    add_outcome(call, detail, view);
  return design::page(call,
                      {.title = view.title,
                       .back_url = clusters_path(*call.area),
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "clusters/cluster_page", view, status);
}

web::FieldFault fault_of(const DecideRefusal& refusal, std::string_view field) {
  const std::string beside(field);
  return std::visit(
      overloaded{
          [&](const NoSuchCluster&) { return web::FieldFault{beside, "clusters.refusal.no_such_cluster"}; },
          [&](const AlreadyDecided&) { return web::FieldFault{beside, "clusters.refusal.already_decided"}; },
          [&](const NoMeeting&) { return web::FieldFault{beside, "clusters.refusal.no_meeting"}; },
          [&](const tables::Refused& said) {
            return web::FieldFault{beside, said.word_key, said.arguments};
          }},
      refusal);
}

ClusterSection section(const web::Call& call, const char* state,
                       const std::vector<ClusterSummary>& clusters) {
  ClusterSection section{call.text("clusters.list." + std::string(state)), {}};
  for (const auto& summary : clusters) {
    const auto area = call.service.find_area(summary.cluster.area);
    if (!area) continue;
    section.list.rows.push_back({.title = title_of(call, summary),
                                 .url = cluster_path(*area, summary.cluster.id),
                                 .about = area->name + " · " + day(call, local_date(summary.cluster.made_at)),
                                 .badge = badge_of(call, summary.cluster)});
  }
  return section;
}

}  // namespace

http::Response show_clusters(const web::Call& call) {
  const auto lists = call.service.database.read([&](db::Transaction& tx) { return list_clusters(call, tx); });
  ClusterListView view;
  if (!lists.drafts.empty()) view.sections.push_back(section(call, "draft", lists.drafts));
  if (!lists.confirmed.empty()) view.sections.push_back(section(call, "confirmed", lists.confirmed));
  if (!lists.dismissed.empty()) view.sections.push_back(section(call, "dismissed", lists.dismissed));
  if (view.sections.empty()) view.empty = design::EmptyState{.text = call.text("clusters.list.empty")};
  return design::page(call, {.title = call.text("clusters.list.title"), .is_private = true},
                      "clusters/cluster_list", view);
}

http::Response show_cluster(const web::Call& call) {
  auto detail = asked_for(call);
  if (!detail) return design::not_found(call);
  return cluster_page(call, *detail, {}, {}, 200);
}

http::Response confirm(const web::Call& call) {
  auto detail = asked_for(call);
  if (!detail) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const Typed typed{
      .title = reader.text("title", {.most = title_most, .missing_key = "clusters.fault.title_missing"})};
  if (!reader.ok()) return cluster_page(call, *detail, reader.faults(), typed, 422);
  const auto put = call.service.database.write([&](db::Transaction& tx) {
    return confirm_cluster(call, tx, detail->summary.cluster.id,
                           {.title = typed.title, .text = evidence(call, *detail)});
  });
  if (!put) return cluster_page(call, *detail, {fault_of(put.error(), "title")}, typed, 409);
  return http::see_other(cluster_path(*call.area, detail->summary.cluster.id));
}

http::Response dismiss(const web::Call& call) {
  auto detail = asked_for(call);
  if (!detail) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const Typed typed{
      .reason = reader.text("reason", {.most = reason_most, .missing_key = "clusters.fault.reason_missing"})};
  if (!reader.ok()) return cluster_page(call, *detail, reader.faults(), typed, 422);
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return dismiss_cluster(tx, call.now, call.actor, detail->summary.cluster.id, typed.reason);
  });
  if (!done) return cluster_page(call, *detail, {fault_of(done.error(), "reason")}, typed, 409);
  return http::see_other(cluster_path(*call.area, detail->summary.cluster.id));
}

html::SafeHtml show_waiting(const web::Call& call, std::int64_t /*subject*/) {
  if (!call.area || !call.may("clusters.see")) return {};
  const auto count =
      call.service.database.read([&](db::Transaction& tx) { return count_drafts(tx, call.area->key); });
  if (count == 0) return {};
  return call.service.templates.render(
      call.language, "clusters/waiting",
      WaitingView{call.text("clusters.waiting", {{"count", std::int64_t{count}}}),
                  clusters_path(*call.area)});
}

}  // namespace wijktafel::clusters
