// What neighbours send: we pick this up, I help along, how it goes.
#include "capabilities/signals/actions/pick_up_signal.hpp"
#include "capabilities/signals/reads/pickup.hpp"
#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/work_forms.hpp"
#include "design/edge_pages.hpp"

namespace wijktafel::signals {
namespace {

std::optional<ItemId> signal_here(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  const auto item = call.service.database.read(
      [&](db::Transaction& tx) { return items::find_visible(call, tx, ItemId{*number}); });
  if (!item || item->kind != item_kind || item->area != call.area->key) return std::nullopt;
  return item->id;
}

http::Response back(const web::Call& call, ItemId id) {
  return http::see_other(signal_path(*call.area, raw(id)) + "#buren");
}

http::Response returned(const web::Call& call, ItemId id, TypedPickup typed,
                        std::vector<web::FieldFault> faults, int status = 422) {
  return signal_page(call, id, {.pickup = std::move(typed), .faults = std::move(faults)}, status);
}

// The field beside which a refusal is said.
template <class Refusal>
std::string field_of(const Refusal& refusal, std::string otherwise) {
  return std::visit(
      [&](const auto& reason) {
        if constexpr (requires { reason.field; })
          return std::string(reason.field);
        else
          return otherwise;
      },
      refusal);
}

template <class Refusal>
http::Response refused(const web::Call& call, ItemId id, TypedPickup typed, const Refusal& refusal,
                       std::string field) {
  if (std::holds_alternative<NoSuchSignal>(refusal)) return refusal_page(call, refusal);
  return returned(call, id, std::move(typed), {fault(call, field_of(refusal, std::move(field)), refusal)},
                  sentence(call, refusal).status);
}

std::optional<OrganisationId> group_typed(const web::Call& call, std::string_view typed) {
  for (const auto& [id, _] :
       call.service.database.read([&](db::Transaction& tx) { return groups_of(tx, call.actor); }))
    if (std::to_string(raw(id)) == typed) return id;
  return std::nullopt;
}

PickupNews news_of(const std::string& kind, std::optional<Date> next, const std::string& initiative,
                   Date today) {
  if (kind == "done") return pickup::Done{};
  if (kind == "given_back") return pickup::GivenBack{};
  if (kind == "initiative") return pickup::BecameInitiative{initiative};
  return pickup::News{next.value_or(today)};
}

}  // namespace

http::Response send_pick_up(const web::Call& call) {
  const auto id = signal_here(call);
  if (!id) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  TypedPickup typed{.plan = reader.text("pickup_plan", {.most = text_most,
                                                        .missing_key = "signals.fault.pickup_plan_missing"}),
                    .date = std::string(reader.typed("pickup_date")),
                    .group = std::string(reader.typed("pickup_group")),
                    .name = reader.text("pickup_name", {.most = name_most})};
  const auto date = reader.date("pickup_date", "signals.fault.date_missing");
  if (!reader.ok()) return returned(call, *id, std::move(typed), reader.faults());
  const PickUp form{.shown_name = typed.name,
                    .organisation = group_typed(call, typed.group),
                    .plan = typed.plan,
                    .tells_by = *date};
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return pick_up_signal(tx, call.now, call.actor, *id, form); });
  if (done) return back(call, *id);
  return refused(call, *id, std::move(typed), done.error(), "pickup_plan");
}

http::Response send_pickup_news(const web::Call& call) {
  const auto id = signal_here(call);
  if (!id) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  TypedPickup typed{.form = TypedPickup::Form::news,
                    .plan = reader.text("pickup_text", {.most = text_most}),
                    .date = std::string(reader.typed("pickup_next")),
                    .initiative = reader.text("pickup_initiative", {.most = name_most})};
  typed.news = reader
                   .choice("pickup_news", {"news", "done", "given_back", "initiative"},
                           "signals.fault.outcome_missing")
                   .value_or("");
  std::optional<Date> next;
  if (typed.news == "news") next = reader.date("pickup_next", "signals.fault.date_missing");
  if (!reader.ok()) return returned(call, *id, std::move(typed), reader.faults());
  const auto news = news_of(typed.news, next, typed.initiative, call.today);
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return tell_of_pickup(tx, call.now, call.actor, *id, news, typed.plan); });
  if (done) return back(call, *id);
  if (std::holds_alternative<NotPickedUp>(done.error())) return refusal_page(call, done.error());
  return refused(call, *id, std::move(typed), done.error(), "pickup_news");
}

http::Response send_help(const web::Call& call) {
  const auto id = signal_here(call);
  if (!id) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  TypedPickup typed{.form = TypedPickup::Form::help,
                    .name = reader.text("helper_name", {.most = name_most}),
                    .reached_by = reader.text("helper_reach", {.most = place_words_most})};
  if (!reader.ok()) return returned(call, *id, std::move(typed), reader.faults());
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return help_along(tx, call.now, call.actor, *id,
                      {.shown_name = typed.name, .reached_by = typed.reached_by});
  });
  return done ? back(call, *id) : refusal_page(call, done.error());
}

http::Response send_stop_helping(const web::Call& call) {
  const auto id = signal_here(call);
  if (!id) return refusal_page(call, NoSuchSignal{});
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return stop_helping(tx, call.now, call.actor, *id); });
  return done ? back(call, *id) : refusal_page(call, done.error());
}

}  // namespace wijktafel::signals
