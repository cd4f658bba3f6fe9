// The page of one signal, its photos, and who may see how its reporter is reached.
#include "capabilities/signals/reads/signal_page.hpp"

#include "capabilities/signals/actions/look_at_reporter.hpp"
#include "capabilities/signals/actions/set_confidential.hpp"
#include "capabilities/signals/reads/looks.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/signal_view.hpp"
#include "capabilities/signals/web/update_form.hpp"
#include "capabilities/signals/web/work_forms.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"
#include "platform/web/conditions.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::signals {
namespace {

std::optional<SignalDetail> asked_for(const web::Call& call, ItemId id) {
  return call.service.database.read([&](db::Transaction& tx) { return read_signal(call, tx, id); });
}

bool is_confidential(const SignalDetail& detail) {
  return detail.item.visibility == items::Visibility::confidential;
}

void note_look(const web::Call& call, ItemId id, std::string_view what) {
  call.service.database.write([&](db::Transaction& tx) { log_look(tx, call.now, call.actor, id, what); });
}

std::optional<design::Notice> confidential_notice(const web::Call& call, const SignalDetail& detail) {
  if (!is_confidential(detail)) return std::nullopt;
  std::string text = call.text("signals.confidential.notice_text");
  const auto reason = call.service.database.read(
      [&](db::Transaction& tx) { return confidential_because(tx, detail.item.id); });
  if (reason) text += " " + call.text("signals.confidential.because", {{"reason", *reason}});
  return design::Notice{
      .tone = "warning", .title = call.text("signals.confidential.notice_title"), .text = std::move(text)};
}

}  // namespace

http::Response signal_page(const web::Call& call, ItemId id, const Returned& returned, int status) {
  const auto detail = asked_for(call, id);
  if (!detail) return design::edge_pages().not_found(call);
  // One address for each signal: that of its own area, whose rules decide who may do what.
  if (detail->item.area != call.area->key) return http::moved(items::url_of(call.service, detail->item));
  if (is_confidential(*detail)) note_look(call, id, "page");
  auto view = view_of(call, *call.area, *detail);
  view.confidential = confidential_notice(call, *detail);
  view.neighbours = neighbours_view(call, *call.area, *detail, returned.pickup, returned.faults);
  if (view.neighbours) view.neighbours_may = false;
  view.work = work_forms(call, *call.area, *detail, returned);
  if (takes_updates(*detail) && call.actor.is_signed_in())
    view.update = update_form(call, action_path(*call.area, raw(id), "aanvulling"), *detail, returned.update,
                              returned.faults);
  else if (takes_updates(*detail))
    view.update_sign_in_url = design::sign_in_path(call.service) +
                              "?terug=" + http::percent_encoded(signal_path(*call.area, raw(id)));
  auto response = design::page(call,
                               {.title = detail->item.title,
                                .active_tab = std::string(segment),
                                .narrow = true,
                                .has_faults = !returned.faults.empty()},
                               "signals/signal_page", view, status);
  // At midnight something may be late.
  response.set(web::valid_until_header, std::to_string(to_millis(at(plus_days(call.today, 1)))));
  return response;
}

http::Response show_signal(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::edge_pages().not_found(call);
  return signal_page(call, ItemId{*number}, {}, 200);
}

http::Response show_photo(const web::Call& call) {
  const auto number = call.number();
  const auto place = call.number("photo");
  if (!number || !place) return design::edge_pages().not_found(call);
  const auto detail = asked_for(call, ItemId{*number});
  const bool exists = detail && detail->item.area == call.area->key &&
                      *place <= static_cast<std::int64_t>(detail->photos.size());
  if (!exists) return design::edge_pages().not_found(call);
  const auto& photo = detail->photos[static_cast<std::size_t>(*place - 1)];
  if (!photo.is_shown && !may_assign(call, *call.area)) return design::edge_pages().not_found(call);
  auto bytes = call.service.files.get(photo.key);
  if (!bytes) return design::edge_pages().not_found(call);
  if (is_confidential(*detail)) note_look(call, ItemId{*number}, "photo");
  auto response = http::file_response(std::move(*bytes), "image/jpeg");
  // Not for long: what is destroyed must be gone from the caches too.
  const bool is_public = photo.is_shown && detail->item.visibility == items::Visibility::everyone;
  response.set("Cache-Control", is_public ? "public, max-age=300" : "private, no-store");
  if (is_public) web::mark_as_bytes(response, photo.key);
  return response;
}

http::Response show_reporter(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::edge_pages().not_found(call);
  const auto detail = asked_for(call, ItemId{*number});
  if (!detail || detail->item.area != call.area->key) return design::edge_pages().not_found(call);
  const auto seen = call.service.database.write(
      [&](db::Transaction& tx) { return look_at_reporter(tx, call.now, call.actor, ItemId{*number}); });
  if (!seen) return refusal_page(call, seen.error());
  const ReporterView view{
      .reach = call.text(seen->reach == Reach::mail ? "signals.reporter.mail" : "signals.reporter.phone"),
      .address = seen->address,
      .name = seen->name.empty() ? call.text("signals.reporter.no_name") : seen->name,
      .back_url = signal_path(*call.area, *number)};
  auto response =
      design::page(call, {.title = call.text("signals.reporter.title"), .narrow = true, .is_private = true},
                   "signals/reporter", view);
  response.set("Cache-Control", "private, no-store");
  return response;
}

}  // namespace wijktafel::signals
