// What an administrator does: the list of destinations, one of them, its connection.
#include <algorithm>

#include "capabilities/forwarding/actions/send_signal.hpp"
#include "capabilities/forwarding/reads/destinations.hpp"
#include "capabilities/forwarding/reads/sent_signals.hpp"
#include "capabilities/forwarding/web/destination_form.hpp"
#include "capabilities/forwarding/web/pages.hpp"
#include "capabilities/forwarding/web/paths.hpp"
#include "capabilities/forwarding/web/refusals.hpp"
#include "capabilities/forwarding/web/sentences.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"

namespace wijktafel::forwarding {
namespace {

bool is_unasked(const store::Destination& destination) {
  return !destination.poll_fault.empty() && !destination.ended_at;
}

design::ItemRow row_of(const web::Call& call, const DestinationDetail& detail) {
  const auto& destination = detail.destination;
  design::ItemRow row{.title = destination.title,
                      .url = destination_path(call.service, destination.id),
                      .about = call.text("forwarding.manage.about",
                                         {{"kind", call.text("forwarding.kind." + destination.kind)},
                                          {"organisation", detail.organisation}})};
  if (destination.ended_at)
    row.badge = design::StatusBadge{call.text("forwarding.manage.ended"), "new"};
  else if (destination.is_automatic)
    row.badge = design::StatusBadge{call.text("forwarding.manage.automatic"), "ok"};
  if (!destination.try_fault.empty())
    row.gap = fault_sentence(call, destination.try_fault, destination.try_detail);
  else if (is_unasked(destination))
    row.gap = unasked_sentence(call, destination);
  return row;
}

std::optional<DestinationId> number_asked_for(const web::Call& call) {
  const auto number = call.number();
  return number ? std::optional(DestinationId{*number}) : std::nullopt;
}

std::optional<DestinationDetail> asked_for(const web::Call& call) {
  const auto id = number_asked_for(call);
  if (!id) return std::nullopt;
  return call.service.database.read([&](db::Transaction& tx) { return read_destination(tx, *id); });
}

design::Notice connection_notice(const web::Call& call, const DestinationDetail& detail) {
  const auto& destination = detail.destination;
  if (destination.try_asked_at &&
      (!destination.tried_at || *destination.tried_at < *destination.try_asked_at))
    return {.title = call.text("forwarding.connection.underway"),
            .text = call.text("forwarding.connection.underway_text"),
            .link = design::Link{call.text("forwarding.connection.look_again"),
                                 destination_path(call.service, destination.id)}};
  if (!destination.tried_at) return {.title = call.text("forwarding.connection.never")};
  const auto time = i18n::date_and_time(call.language, *destination.tried_at, call.today);
  if (!destination.try_fault.empty())
    return {.tone = "warning",
            .title = call.text("forwarding.connection.failed", {{"time", time}}),
            .text = fault_sentence(call, destination.try_fault, destination.try_detail)};
  auto text = call.text("forwarding.connection.services",
                        {{"count", static_cast<std::int64_t>(detail.services.size())}});
  if (!destination.try_detail.empty())
    text += " " + call.text("forwarding.connection.discovery", {{"changeset", destination.try_detail}});
  return {.tone = "success",
          .title = call.text("forwarding.connection.works", {{"time", time}}),
          .text = std::move(text)};
}

std::optional<ConnectionView> connection_of(const web::Call& call, const DestinationDetail& detail) {
  const auto& destination = detail.destination;
  if (destination.kind != "open311" || destination.ended_at) return std::nullopt;
  ConnectionView view{.state = connection_notice(call, detail), .asking = std::nullopt, .buttons = {}};
  if (is_unasked(destination))
    view.asking = design::Notice{.tone = "warning",
                                 .title = call.text("forwarding.connection.unasked"),
                                 .text = unasked_sentence(call, destination)};
  view.buttons.actions = {{.text = call.text("forwarding.connection.try"),
                           .url = destination_path(call.service, destination.id, "proberen")}};
  view.buttons.links = {
      {call.text("forwarding.services.link"), destination_path(call.service, destination.id, "diensten")}};
  return view;
}

http::Response add_page(const web::Call& call, const TypedDestination& typed,
                        std::span<const web::FieldFault> faults = {}) {
  auto view = destination_form(call, typed, /*is_new=*/true, faults);
  view.title = call.text("forwarding.add.title");
  view.url = manage_path(call.service) + "/nieuw";
  view.submit = {.text = call.text("forwarding.add.submit")};
  return design::page(call,
                      {.title = view.title,
                       .narrow = true,
                       .back_url = manage_path(call.service),
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "forwarding/destination_form", view, faults.empty() ? 200 : 422);
}

http::Response change_page(const web::Call& call, const DestinationDetail& detail,
                           const TypedDestination& typed, std::span<const web::FieldFault> faults = {}) {
  const auto& destination = detail.destination;
  auto view = destination_form(call, typed, /*is_new=*/false, faults);
  view.title = destination.title;
  view.url = destination_path(call.service, destination.id);
  view.submit = {.text = call.text("forwarding.change.submit")};
  view.connection = connection_of(call, detail);
  if (!destination.ended_at)
    view.end =
        design::ActionButtons{.actions = {{.text = call.text("forwarding.change.end"),
                                           .url = destination_path(call.service, destination.id, "einde")}}};
  return design::page(call,
                      {.title = view.title,
                       .narrow = true,
                       .back_url = manage_path(call.service),
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "forwarding/destination_form", view, faults.empty() ? 200 : 422);
}

std::optional<UnkeptReplies> unkept_replies(const web::Call& call, const std::vector<UnkeptReply>& replies) {
  if (replies.empty()) return std::nullopt;
  UnkeptReplies view;
  for (const auto& reply : replies)
    view.lines.push_back(
        call.text("forwarding.unkept.line",
                  {{"organisation", reply.organisation},
                   {"time", i18n::date_and_time(call.language, reply.heard_at, call.today)}}));
  return view;
}

}  // namespace

http::Response show_destinations(const web::Call& call) {
  std::vector<DestinationDetail> all;
  std::vector<FailedSignal> failed;
  std::vector<UnkeptReply> unkept;
  call.service.database.read([&](db::Transaction& tx) {
    all = list_destinations(tx);
    failed = read_failed(call.service, tx, call.area->key);
    unkept = read_unkept(tx);
  });
  DestinationsView view{.empty = std::nullopt,
                        .list = std::nullopt,
                        .add_url = manage_path(call.service) + "/nieuw",
                        .failed = failed_work(call, failed),
                        .retry = std::nullopt,
                        .unkept = unkept_replies(call, unkept)};
  if (!failed.empty() || std::ranges::any_of(all, is_unasked, &DestinationDetail::destination))
    view.retry = design::ActionButtons{
        .actions = {{.text = call.text("forwarding.manage.retry"), .url = retry_all_path(call.service)}}};
  if (all.empty())
    view.empty = design::EmptyState{.text = call.text("forwarding.manage.empty")};
  else
    view.list.emplace();
  for (const auto& detail : all) view.list->rows.push_back(row_of(call, detail));
  return design::page(call, {.title = call.text("forwarding.manage.title"), .is_private = true},
                      "forwarding/destinations", view);
}

http::Response post_retry_all(const web::Call& call) {
  call.service.database.write([&](db::Transaction& tx) { retry_all(tx, call.now); });
  return http::see_other(manage_path(call.service));
}

http::Response show_add(const web::Call& call) { return add_page(call, {}); }

http::Response post_add(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto typed = read_destination_form(call, reader, /*is_new=*/true);
  if (!reader.ok()) return add_page(call, typed, reader.faults());
  const auto added = call.service.database.write(
      [&](db::Transaction& tx) { return add_destination(call.service, tx, call.now, typed.form); });
  if (added) return http::see_other(destination_path(call.service, *added));
  const auto refused = fault(added.error());
  return add_page(call, typed, {&refused, 1});
}

http::Response show_destination(const web::Call& call) {
  const auto detail = asked_for(call);
  if (!detail) return design::not_found(call);
  return change_page(call, *detail, typed_from(detail->destination));
}

http::Response post_change(const web::Call& call) {
  const auto detail = asked_for(call);
  if (!detail) return design::not_found(call);
  web::FormReader reader(call.request.form);
  auto typed = read_destination_form(call, reader, /*is_new=*/false);
  typed.form.kind = detail->destination.kind;
  if (!reader.ok()) return change_page(call, *detail, typed, reader.faults());
  const auto changed = call.service.database.write([&](db::Transaction& tx) {
    return change_destination(call.service, tx, detail->destination.id, typed.form);
  });
  if (changed) return http::see_other(destination_path(call.service, detail->destination.id));
  const auto refused = fault(changed.error());
  return change_page(call, *detail, typed, {&refused, 1});
}

http::Response post_end(const web::Call& call) {
  const auto id = number_asked_for(call);
  if (!id) return design::not_found(call);
  call.service.database.write([&](db::Transaction& tx) { end_destination(tx, call.now, *id); });
  return http::see_other(manage_path(call.service));
}

http::Response post_try(const web::Call& call) {
  const auto id = number_asked_for(call);
  if (!id) return design::not_found(call);
  call.service.database.write([&](db::Transaction& tx) { ask_to_try(tx, call.now, *id); });
  return http::see_other(destination_path(call.service, *id));
}

html::SafeHtml link_to_manage(const web::Call& call, std::int64_t) {
  if (!call.may("forwarding.manage")) return {};
  const auto failed = call.service.database.read([](db::Transaction& tx) { return count_failed(tx); });
  ManageLink view{.url = manage_path(call.service), .failed = std::nullopt};
  if (failed > 0) view.failed = call.text("forwarding.manage.failed", {{"count", failed}});
  return call.service.templates.render(call.language, "forwarding/manage_link", view);
}

}  // namespace wijktafel::forwarding
