#include <algorithm>

#include "capabilities/notifications/actions/call_follower.hpp"
#include "capabilities/notifications/reads/call_list.hpp"
#include "capabilities/notifications/web/call_views.hpp"
#include "capabilities/notifications/web/pages.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::notifications {
namespace {

constexpr std::string_view permission = "notifications.call";

std::string list_path(const web::AreaRef& area) { return area.path + "/bellen"; }

std::string name_of(const web::Call& call, const PersonToCall& person) {
  return person.name.empty() ? call.text("notifications.calls.no_name") : person.name;
}

std::string day(const web::Call& call, Instant moment) {
  return i18n::long_date(call.language, local_date(moment), call.today);
}

design::Link link_to(const web::Call& call, const items::Item& item) {
  return {item.title, items::url_of(call.service, item)};
}

// Without the name: that too is shown only to who looks, and is written down.
CallRow row_of(const web::Call& call, const PersonToCall& person) {
  CallRow row{.item = link_to(call, person.followed),
              .since = {},
              .news = {},
              .url = list_path(*call.area) + "/" + std::to_string(raw(person.follower))};
  for (const auto& news : person.news) row.news.push_back(news.sentence);
  if (!person.news.empty())
    row.since = call.text("notifications.calls.since", {{"date", day(call, person.news.front().at)}});
  return row;
}

CallView view_of(const web::Call& call, const PersonToCall& person, std::string number) {
  CallView view{.name = name_of(call, person),
                .number = std::move(number),
                .item = link_to(call, person.followed),
                .news = {},
                .done_url = list_path(*call.area) + "/" + std::to_string(raw(person.follower)) + "/gebeld",
                .last = std::to_string(person.last_call),
                .back_url = list_path(*call.area)};
  for (const auto& news : person.news)
    view.news.push_back({.when = day(call, news.at),
                         .sentence = news.sentence,
                         .text = news.text.empty() ? std::nullopt : std::optional(news.text),
                         .item = link_to(call, news.item)});
  return view;
}

}  // namespace

http::Response show_calls(const web::Call& call) {
  const auto people =
      call.service.database.read([&](db::Transaction& tx) { return list_people_to_call(call, tx); });
  CallListView view;
  for (const auto& person : people) view.rows.push_back(row_of(call, person));
  if (people.empty()) view.empty = design::EmptyState{.text = call.text("notifications.calls.empty")};
  return design::page(call, {.title = call.text("notifications.calls.title"), .is_private = true},
                      "notifications/call_list", view);
}

http::Response show_call(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::not_found(call);
  const store::FollowerId follower{*number};
  const auto person = call.service.database.read(
      [&](db::Transaction& tx) { return find_person_to_call(call, tx, follower); });
  // Somebody else has called in the meantime, or the person stopped following.
  if (!person) return http::see_other(list_path(*call.area));
  auto telephone = call.service.database.write([&](db::Transaction& tx) {
    return look_at_number(tx, call.now, call.actor, follower, person->followed.id);
  });
  if (!telephone) return http::see_other(list_path(*call.area));
  auto response = design::page(
      call, {.title = call.text("notifications.calls.one_title"), .narrow = true, .is_private = true},
      "notifications/call", view_of(call, *person, *std::move(telephone)));
  response.set("Cache-Control", "private, no-store");
  return response;
}

http::Response keep_called(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::not_found(call);
  const store::FollowerId follower{*number};
  web::FormReader reader(call.request.form);
  const auto last = reader.whole_number("last", 1, 999'999'999'999'999, "notifications.calls.empty");
  const auto person = call.service.database.read(
      [&](db::Transaction& tx) { return find_person_to_call(call, tx, follower); });
  if (person && last)
    call.service.database.write([&](db::Transaction& tx) { keep_call(tx, call.now, follower, *last); });
  return http::see_other(list_path(*call.area));
}

html::SafeHtml calls_waiting(const web::Call& call, std::int64_t) {
  if (!call.area || !call.may(permission)) return {};
  const auto people =
      call.service.database.read([&](db::Transaction& tx) { return list_people_to_call(call, tx); });
  if (people.empty()) return {};
  const CallsWaitingView view{
      {call.text("notifications.calls.waiting", {{"count", static_cast<std::int64_t>(people.size())}}),
       list_path(*call.area)}};
  return call.service.templates.render(call.language, "notifications/calls_waiting", view);
}

std::vector<web::Route> routes() {
  using http::Method;
  std::vector<web::Route> all;
  const auto may = web::permitted(std::string(permission));
  for (const std::string area : {"/{municipality}", "/{municipality}/{area}"}) {
    all.push_back({Method::get, area + "/bellen", may, show_calls});
    // A post: looking is written down, and nothing that reads ahead may do it.
    all.push_back({Method::post, area + "/bellen/{number}", may, show_call});
    all.push_back({Method::post, area + "/bellen/{number}/gebeld", may, keep_called});
  }
  return all;
}

}  // namespace wijktafel::notifications
