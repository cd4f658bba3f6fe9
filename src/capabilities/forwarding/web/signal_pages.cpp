// On the page of a signal and on the work list: where it went, what went wrong, sending and trying again.
#include "capabilities/forwarding/actions/send_signal.hpp"
#include "capabilities/forwarding/reads/sent_signals.hpp"
#include "capabilities/forwarding/web/pages.hpp"
#include "capabilities/forwarding/web/paths.hpp"
#include "capabilities/forwarding/web/refusals.hpp"
#include "capabilities/forwarding/web/sentences.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::forwarding {
namespace {

SendForm send_form(const web::Call& call, ItemId item, const std::vector<store::Destination>& destinations) {
  std::vector<design::Choice> choices;
  for (const auto& destination : destinations)
    choices.push_back({.value = std::to_string(raw(destination.id)), .label = destination.title});
  const design::Fields fields(call);
  return {.url = send_path(*call.area, item),
          .destination =
              fields.select("forwarding_destination", "forwarding.signal.destination", std::move(choices),
                            destinations.size() == 1 ? std::to_string(raw(destinations.front().id)) : ""),
          .submit = {.text = call.text("forwarding.signal.send")}};
}

// The item in the address, when it is a signal of the area in the address.
std::optional<ItemId> item_asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number || !call.area) return std::nullopt;
  const ItemId item{*number};
  const bool is_here =
      call.service.database.read([&](db::Transaction& tx) { return is_of_area(tx, item, call.area->key); });
  return is_here ? std::optional(item) : std::nullopt;
}

http::Response back_to(const web::Call& call, ItemId item) {
  return http::see_other(items::url_of(call.service, "signal", call.area->key, item));
}

}  // namespace

html::SafeHtml show_on_signal(const web::Call& call, std::int64_t subject) {
  const ItemId item{subject};
  const bool works = call.area && call.may("forwarding.send");
  std::vector<SentSignal> sent;
  std::vector<store::Destination> choices;
  call.service.database.read([&](db::Transaction& tx) {
    sent = read_sent(tx, item);
    if (works) choices = read_choices(tx, item);
  });
  SignalForwarding view;
  bool is_retry_of_use = false;
  for (const auto& signal : sent) {
    if (works) {
      view.lines.push_back(worker_line(call, signal));
      is_retry_of_use |= view.lines.back().fault.has_value();
    } else if (auto said = public_sentence(call, signal)) {
      view.lines.push_back({.sentence = *std::move(said), .fault = std::nullopt, .note = std::nullopt});
    }
  }
  if (is_retry_of_use)
    view.retry = design::ActionButtons{.actions = {{.text = call.text("forwarding.signal.retry"),
                                                    .url = send_path(*call.area, item, "opnieuw")}}};
  if (!choices.empty()) view.form = send_form(call, item, choices);
  if (view.lines.empty() && !view.form) return {};
  return call.service.templates.render(call.language, "forwarding/signal_forwarding", view);
}

html::SafeHtml show_failed_work(const web::Call& call, std::int64_t) {
  if (!call.area || !call.may("forwarding.send")) return {};
  const auto failed = call.service.database.read(
      [&](db::Transaction& tx) { return read_failed(call.service, tx, call.area->key); });
  const auto work = failed_work(call, failed);
  if (!work) return {};
  return call.service.templates.render(call.language, "forwarding/failed_work", *work);
}

http::Response post_send(const web::Call& call) {
  const auto item = item_asked_for(call);
  if (!item) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const auto destination = reader.whole_number("forwarding_destination", 1, 999'999'999'999'999,
                                               "forwarding.refusal.no_destination");
  if (!destination) return refusal_page(call, *item, NoSuchDestination{});
  const auto sent = call.service.database.write(
      [&](db::Transaction& tx) { return send_signal(tx, call.now, *item, DestinationId{*destination}); });
  if (!sent) return refusal_page(call, *item, sent.error());
  return back_to(call, *item);
}

http::Response post_retry(const web::Call& call) {
  const auto item = item_asked_for(call);
  if (!item) return design::not_found(call);
  const auto retried =
      call.service.database.write([&](db::Transaction& tx) { return retry_signal(tx, call.now, *item); });
  if (!retried) return refusal_page(call, *item, retried.error());
  return back_to(call, *item);
}

}  // namespace wijktafel::forwarding
