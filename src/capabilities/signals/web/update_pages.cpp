// Telling more about a signal, and looking first at what came in where the area wants that.
#include "capabilities/signals/actions/tell_more.hpp"
#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/reads/waiting_updates.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/update_form.hpp"
#include "capabilities/signals/web/update_views.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

std::optional<store::UpdateId> after_asked_for(const web::Call& call) {
  const auto typed = call.request.query_value("na");
  if (typed.empty() || typed.size() > 15 || typed.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return store::UpdateId{std::stoll(std::string(typed))};
}

std::string waiting_path(const web::AreaRef& area) {
  return area.is_municipality ? area.path + "/aanvullingen" : list_path(area) + "/aanvullingen";
}

WaitingUpdateRow row_of(const web::Call& call, const web::AreaRef& area, const WaitingUpdate& update) {
  const auto url = [&](std::string_view action) {
    return action_path(area, raw(update.item.id),
                       "aanvulling/" + std::to_string(raw(update.id)) + "/" + std::string(action));
  };
  WaitingUpdateRow row{.signal = {update.item.title, items::url_of(call.service, update.item)},
                       .when = i18n::date_and_time(call.language, update.written_at, call.today),
                       .text = update.text,
                       .buttons = {}};
  row.buttons.actions = {{.text = call.text("signals.update.waiting.show"),
                          .url = url("tonen"),
                          .primary = true,
                          .name = "list",
                          .value = call.area->key},
                         {.text = call.text("signals.update.waiting.leave_out"),
                          .url = url("weglaten"),
                          .name = "list",
                          .value = call.area->key}};
  return row;
}

// The update in the address, when it belongs to a signal of this area that this person may see.
std::optional<store::UpdateId> update_here(const web::Call& call) {
  const auto number = call.number();
  const auto update = call.number("update");
  if (!number || !update) return std::nullopt;
  const bool is_here = call.service.database.read([&](db::Transaction& tx) {
    const auto item = items::find_visible(call, tx, ItemId{*number});
    return item && item->area == call.area->key &&
           item_of_update(tx, store::UpdateId{*update}) == ItemId{*number};
  });
  if (!is_here) return std::nullopt;
  return store::UpdateId{*update};
}

http::Response back_to_list(const web::Call& call, std::string_view said) {
  const auto chosen = call.service.find_area(call.request.form.get("list"));
  return http::see_other(waiting_path(chosen ? *chosen : *call.area) + "?gezegd=" + std::string(said));
}

std::optional<design::Notice> notice_of(const web::Call& call) {
  const auto said = call.request.query_value("gezegd");
  if (said == "getoond")
    return design::Notice{.tone = "success", .title = call.text("signals.update.waiting.shown")};
  if (said == "weg")
    return design::Notice{.tone = "success", .title = call.text("signals.update.waiting.left_out")};
  return std::nullopt;
}

}  // namespace

http::Response send_update(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::edge_pages().not_found(call);
  const ItemId id{*number};
  const auto detail =
      call.service.database.read([&](db::Transaction& tx) { return read_signal(call, tx, id); });
  if (!detail || detail->item.area != call.area->key) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  const auto read = read_update(call, reader);
  if (!reader.ok()) return signal_page(call, id, {.update = read.typed, .faults = reader.faults()}, 422);
  const auto told = call.service.database.write(
      [&](db::Transaction& tx) { return tell_more(tx, call.now, call.actor, id, read.form); });
  if (!told || !told->is_new) discard_photos(call, read.form);
  if (told) return http::see_other(signal_path(*call.area, *number));
  if (std::holds_alternative<NoSuchSignal>(told.error())) return refusal_page(call, told.error());
  return signal_page(call, id, {.update = read.typed, .faults = {fault(call, "update", told.error())}},
                     sentence(call, told.error()).status);
}

http::Response show_waiting_updates(const web::Call& call) {
  const auto waiting = call.service.database.read(
      [&](db::Transaction& tx) { return waiting_updates(call, tx, after_asked_for(call)); });
  WaitingUpdatesView view;
  view.title = call.text("signals.update.waiting.title", {{"area", call.area->name}});
  view.notice = notice_of(call);
  for (const auto& update : waiting.updates)
    if (const auto area = call.service.find_area(update.item.area))
      view.rows.push_back(row_of(call, *area, update));
  if (view.rows.empty())
    view.empty = design::EmptyState{
        .text = call.text("signals.update.waiting.empty"),
        .action =
            design::Link{call.text("signals.work.title"),
                         call.area->is_municipality ? call.area->path + "/werk" : work_path(*call.area)}};
  if (waiting.later)
    view.pages = design::Pagination{.older_url = waiting_path(*call.area) +
                                                 "?na=" + std::to_string(raw(*waiting.later))};
  return design::page(call,
                      {.title = view.title, .narrow = true, .is_private = true, .query = {"na", "gezegd"}},
                      "signals/waiting_updates", view);
}

http::Response send_update_shown(const web::Call& call) {
  const auto update = update_here(call);
  if (!update) return refusal_page(call, NoSuchUpdate{});
  const auto done =
      call.service.database.write([&](db::Transaction& tx) { return show_update(tx, call.now, *update); });
  return done ? back_to_list(call, "getoond") : refusal_page(call, done.error());
}

http::Response send_update_left_out(const web::Call& call) {
  const auto update = update_here(call);
  if (!update) return refusal_page(call, NoSuchUpdate{});
  const auto done =
      call.service.database.write([&](db::Transaction& tx) { return leave_update_out(tx, *update); });
  return done ? back_to_list(call, "weg") : refusal_page(call, done.error());
}

html::SafeHtml link_to_waiting_updates(const web::Call& call, std::int64_t /*subject*/) {
  if (!call.area || !call.may("signals.look_at_updates")) return {};
  const auto count = call.service.database.read(
      [&](db::Transaction& tx) { return count_waiting_updates(tx, call.area->key); });
  if (count == 0) return {};
  return call.service.templates.render(
      call.language, "signals/waiting_updates_link",
      WaitingUpdatesLink{call.text("signals.update.waiting.link", {{"count", count}}),
                         waiting_path(*call.area)});
}

}  // namespace wijktafel::signals
