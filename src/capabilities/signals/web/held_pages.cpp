// "Eerst bekijken": reports that looked like advertising wait here for a moderator.
#include "capabilities/signals/actions/decide_held.hpp"
#include "capabilities/signals/reads/held.hpp"
#include "capabilities/signals/web/door_views.hpp"
#include "capabilities/signals/web/held.hpp"
#include "capabilities/signals/web/held_views.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

constexpr std::size_t reason_of_removal_most = 500;

std::string held_path(const web::Call& call) { return list_path(*call.area) + "/eerst-bekijken"; }

std::int64_t number_in(const web::Call& call, std::string_view name) {
  const auto typed = call.request.query_value(name);
  const bool is_number =
      !typed.empty() && typed.size() < 16 && typed.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? std::stoll(std::string(typed)) : 0;
}

std::string page_url(const web::Call& call, const HeldAfter& after) {
  return held_path(call) + "?na=" + std::to_string(after.waiting) +
         "&weg_na=" + std::to_string(after.removed);
}

std::string reason_field(std::int64_t number) { return "reason_" + std::to_string(number); }

// What only named roles may read is on no list; they read it on its own page, where each look is written
// down.
void keep_confidence(const web::Call& call, const HeldSignal& held, HeldRow& row) {
  row.title = call.text("signals.held.confidential.title");
  row.text = {};
  row.may_decide = call.may("items.see_confidential");
  row.in_confidence =
      call.text(row.may_decide ? "signals.held.confidential.read" : "signals.held.confidential.not_you");
  if (row.may_decide)
    row.page = design::Link{call.text("signals.held.confidential.link", {{"number", raw(held.item.id)}}),
                            signal_path(*call.area, raw(held.item.id))};
}

HeldRow row_of(const web::Call& call, const HeldSignal& held, bool is_removed) {
  const auto number = raw(held.item.id);
  std::string text = held.item.text;
  if (!held.chance.empty()) text += (text.empty() ? "" : "\n\n") + held.chance;
  HeldRow row{.title = held.item.title,
              .about = call.text("signals.page.number", {{"number", number}}) + " · " +
                       i18n::long_date(call.language, local_date(held.item.created_at), call.today) + " · " +
                       call.text("signals.held.reason." + held.reason),
              .text = html::from_plain_text(text),
              .in_confidence = std::nullopt,
              .page = std::nullopt,
              .let_through_url = is_removed ? "" : action_path(*call.area, number, "doorlaten"),
              .remove_url = is_removed ? "" : action_path(*call.area, number, "weghalen"),
              .reason = {},
              .undo_url = is_removed ? action_path(*call.area, number, "terugzetten") : ""};
  // The name is the id on the page too, so each form has its own.
  row.reason = design::Fields(call).text(reason_field(number), "signals.held.why", "");
  if (held.is_confidential) keep_confidence(call, held, row);
  return row;
}

std::optional<ItemId> asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  const ItemId id{*number};
  return call.service.database.read([&](db::Transaction& tx) -> std::optional<ItemId> {
    const auto item = items::find(tx, id);
    if (!item || item->kind != item_kind || item->area != call.area->key) return std::nullopt;
    if (is_held_in_confidence(tx, id) && !call.may("items.see_confidential")) return std::nullopt;
    return id;
  });
}

template <class Action>
http::Response decided(const web::Call& call, const char* said, const Action& action) {
  const auto id = asked_for(call);
  if (!id) return refusal_page(call, NoSuchSignal{});
  const auto done = call.service.database.write([&](db::Transaction& tx) { return action(tx, *id); });
  if (!done) return refusal_page(call, done.error());
  return http::see_other(held_path(call) + "?gezegd=" + said);
}

// The municipality has one work page for all: each area where something waits.
html::SafeHtml links_to_held_of_areas(const web::Call& call) {
  html::SafeHtml links;
  for (const auto& held : call.service.database.read([&](db::Transaction& tx) { return held_by_area(tx); })) {
    const auto area = call.service.find_area(held.area);
    if (!area || !call.may("signals.moderate", area->lineage)) continue;
    links += call.service.templates.render(
        call.language, "signals/work_link",
        WorkLinkView{call.text("signals.held.link_in", {{"count", held.count}, {"area", area->name}}),
                     list_path(*area) + "/eerst-bekijken"});
  }
  return links;
}

}  // namespace

http::Response show_held(const web::Call& call) {
  const HeldAfter after{.waiting = number_in(call, "na"), .removed = number_in(call, "weg_na")};
  const auto held = call.service.database.read(
      [&](db::Transaction& tx) { return held_signals(tx, call.area->key, after); });
  HeldView view;
  // Each list goes on where it was while the other turns its page.
  if (held.next_waiting) view.next_waiting_url = page_url(call, {*held.next_waiting, after.removed});
  if (held.next_removed) view.next_removed_url = page_url(call, {after.waiting, *held.next_removed});
  const auto said = call.request.query_value("gezegd");
  for (const auto* step : {"doorgelaten", "weggehaald", "teruggezet"})
    if (said == step)
      view.notice =
          design::Notice{.tone = "success", .title = call.text("signals.held.said." + std::string(step))};
  for (const auto& one : held.waiting) view.waiting.push_back(row_of(call, one, false));
  for (const auto& one : held.removed) view.removed.push_back(row_of(call, one, true));
  view.has_removed = !view.removed.empty();
  if (view.waiting.empty())
    view.empty =
        design::EmptyState{.text = call.text("signals.held.empty"),
                           .action = design::Link{call.text("signals.list.all"), list_path(*call.area)}};
  return design::page(call,
                      {.title = call.text("signals.held.title"),
                       .active_tab = std::string(segment),
                       .narrow = true,
                       .is_private = true,
                       .query = {"gezegd", "na", "weg_na"}},
                      "signals/held", view);
}

http::Response send_let_through(const web::Call& call) {
  return decided(call, "doorgelaten",
                 [&](db::Transaction& tx, ItemId id) { return let_through(tx, call.now, call.actor, id); });
}

http::Response send_removal(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto reason = reader.text(reason_field(call.number().value_or(0)), {.most = reason_of_removal_most});
  if (!reader.ok()) return refusal_page(call, NothingTold{"reason"});
  return decided(call, "weggehaald", [&](db::Transaction& tx, ItemId id) {
    return remove_held(tx, call.now, call.actor, id, reason);
  });
}

http::Response send_removal_back(const web::Call& call) {
  return decided(call, "teruggezet", [&](db::Transaction& tx, ItemId id) {
    return take_removal_back(tx, call.now, call.actor, id);
  });
}

html::SafeHtml link_to_held(const web::Call& call, std::int64_t /*subject*/) {
  if (!call.area) return {};
  if (call.area->is_municipality) return links_to_held_of_areas(call);
  if (!call.may("signals.moderate")) return {};
  const auto count =
      call.service.database.read([&](db::Transaction& tx) { return count_held(tx, call.area->key); });
  if (count == 0) return {};
  return call.service.templates.render(
      call.language, "signals/work_link",
      WorkLinkView{call.text("signals.held.link", {{"count", count}}), held_path(call)});
}

}  // namespace wijktafel::signals
