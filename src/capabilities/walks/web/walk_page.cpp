// The page of a walk: where and when, the route, its points, and what those who run it press.
#include "capabilities/walks/actions/hold_walk.hpp"
#include "capabilities/walks/web/asked_for.hpp"
#include "capabilities/walks/web/pages.hpp"
#include "capabilities/walks/web/paths.hpp"
#include "capabilities/walks/web/place_choice.hpp"
#include "capabilities/walks/web/point_view.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::walks {
namespace {

bool may_add_now(const web::Call& call, const WalkPage& page) {
  return (page.walks_along || call.may("walks.plan")) &&
         takes_points(page.item.status, local_date(page.walk.begins_at), call.today);
}

std::optional<WalkTools> tools_of(const web::Call& call, const WalkPage& page) {
  if (!call.may("walks.plan") || page.item.status == "cancelled") return std::nullopt;
  const auto step = [&](std::string_view name) { return walk_path(*call.area, page.item.id, name); };
  WalkTools tools;
  if (page.item.status == "planned" && local_date(page.walk.begins_at) <= call.today)
    tools.begin_url = step("begin");
  if (page.item.status == "walking") tools.end_url = step("einde");
  if (page.item.status == "done") tools.mail_url = step("mail");
  if (page.item.is_open)
    tools.links = {{call.text("walks.page.change"), step("wijzigen")},
                   {call.text("walks.page.change_route"), step("route")}};
  return tools;
}

std::optional<design::Notice> notice_of(const web::Call& call, const WalkPage& page,
                                        const std::optional<Said>& refused) {
  if (refused)
    return design::Notice{
        .tone = "warning", .title = call.text("walks.refusal.title"), .text = in_words(call, *refused)};
  if (page.item.status != "cancelled") return std::nullopt;
  design::Notice notice{.tone = "warning", .title = call.text("walks.page.cancelled")};
  if (!page.why_cancelled.empty()) notice.text = page.why_cancelled;
  return notice;
}

void add_map(const web::Call& call, const WalkPage& page, WalkView& view) {
  // Once points have a place, their numbers say more than those of the stops.
  std::vector<geo::DrawnPin> pins;
  for (const auto& shown : page.points)
    if (shown.point.place)
      pins.push_back({*shown.point.place, shown.point.number,
                      shown.point.kind == "chance" ? "chance" : "physical", shown.point.text});
  if (pins.empty()) pins = pins_of(page.stops);
  view.map =
      route_map(call, page.stops, pins, call.text("walks.page.map_title", {{"title", page.item.title}}));
  for (std::size_t i = 0; i < page.stops.size(); ++i)
    view.stops.push_back({std::to_string(i + 1), page.stops[i].words});
}

PointsView points_of(const web::Call& call, const WalkPage& page, ItemId walk,
                     const std::vector<ShownPoint>& points) {
  PointsView view;
  for (const auto& shown : points) view.points.push_back(point_view(call, page, walk, shown));
  return view;
}

void add_points(const web::Call& call, const WalkPage& page, WalkView& view) {
  if (!page.points.empty()) view.points = points_of(call, page, page.item.id, page.points);
  view.points_note = call.text(!page.shows_points           ? "walks.page.points_afterwards"
                               : page.item.status == "done" ? "walks.page.no_points"
                                                            : "walks.page.no_points_yet");
  if (page.hidden_points > 0)
    view.hidden = call.text("walks.page.hidden", {{"count", std::int64_t{page.hidden_points}}});
  if (page.last_walk && !page.still_open.empty()) {
    view.still_open = points_of(call, page, page.last_walk->id, page.still_open);
    view.still_open_title = call.text("walks.page.still_open", {{"title", page.last_walk->title}});
  }
}

WalkView view_of(const web::Call& call, const WalkPage& page, const std::optional<Said>& refused) {
  WalkView view;
  view.list_url = list_path(*call.area);
  view.title = page.item.title;
  view.badge = {items::status_word(call, page.item), items::tone_of(call.service, page.item)};
  view.notice = notice_of(call, page, refused);
  view.when = i18n::date_and_time(call.language, page.walk.begins_at, call.today);
  view.meeting_place = page.walk.meeting_place;
  view.theme = call.text("walks.theme." + page.walk.theme);
  view.participants = participant_lines(call, page);
  if (may_add_now(call, page)) view.add_url = walk_path(*call.area, page.item.id, "punten/nieuw");
  view.tools = tools_of(call, page);
  add_map(call, page, view);
  add_points(call, page, view);
  if (page.item.status == "done")
    view.print =
        design::Link{call.text("walks.page.print"), walk_path(*call.area, page.item.id, "actielijst")};
  view.footer = web::filled_slot(call, "item_footer", raw(page.item.id));
  return view;
}

using Act = Done (*)(db::Transaction&, Instant, const identity::Actor&, ItemId);

http::Response press(const web::Call& call, Act act) {
  const auto page = walk_asked_for(call);
  if (!page) return design::not_found(call);
  return after(call, *page, call.service.database.write([&](db::Transaction& tx) {
    return act(tx, call.now, call.actor, page->item.id);
  }));
}

}  // namespace

std::optional<WalkPage> walk_asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_walk_page(call, tx, ItemId{*number}); });
}

http::Response walk_page(const web::Call& call, const WalkPage& page, const std::optional<Said>& refused) {
  return design::page(call, {.title = page.item.title, .narrow = true, .back_url = list_path(*call.area)},
                      "walks/walk_page", view_of(call, page, refused), refused ? refused->status : 200);
}

http::Response after(const web::Call& call, const WalkPage& page, const Done& done, std::string_view anchor) {
  if (!done) return walk_page(call, page, said_of(call, done.error()));
  const auto path = walk_path(*call.area, page.item.id);
  return http::see_other(anchor.empty() ? path : path + "#" + std::string(anchor));
}

http::Response show_walk(const web::Call& call) {
  const auto page = walk_asked_for(call);
  return page ? walk_page(call, *page) : design::not_found(call);
}

http::Response send_begin(const web::Call& call) { return press(call, begin_walk); }
http::Response send_end(const web::Call& call) { return press(call, end_walk); }
http::Response send_list(const web::Call& call) { return press(call, mail_list); }

}  // namespace wijktafel::walks
