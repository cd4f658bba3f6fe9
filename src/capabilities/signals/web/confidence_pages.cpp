// Confidential signals: making one, and the list of who looked.
#include <charconv>

#include "capabilities/signals/actions/set_confidential.hpp"
#include "capabilities/signals/reads/looks.hpp"
#include "capabilities/signals/reads/signal_page.hpp"
#include "capabilities/signals/web/confidence_views.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/work_forms.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

std::string looks_path(const web::Service& service) { return service.municipality_path + "/beheer/inzage"; }

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

LookRow row_of(const web::Call& call, const LookLine& line) {
  const auto area = call.service.find_area(line.area);
  return {.when = i18n::date_and_time(call.language, line.at, call.today),
          .who = line.person.empty() ? call.text("signals.looks.nobody") : line.person,
          .what = call.text("signals.looks.of." + line.what),
          .signal = call.text("signals.looks.number",
                              {{"number", raw(line.item)}, {"area", area ? area->name : std::string()}})};
}

}  // namespace

http::Response send_confidential(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::edge_pages().not_found(call);
  const ItemId id{*number};
  const auto detail =
      call.service.database.read([&](db::Transaction& tx) { return read_signal(call, tx, id); });
  if (!detail || detail->item.area != call.area->key) return refusal_page(call, NoSuchSignal{});
  web::FormReader reader(call.request.form);
  const auto wanted = reader.choice("confidential", {"yes", "no"}, "web.form.not_a_choice");
  const auto reason = reader.text("confidential_reason",
                                  {.most = reason_most, .missing_key = "signals.fault.reason_missing"});
  if (!reader.ok())
    return signal_page(call, id, {.confidential_reason = reason, .faults = reader.faults()}, 422);
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    return set_confidential(tx, call.now, call.actor, id,
                            {.is_confidential = *wanted == "yes",
                             .reason = reason,
                             .version = number_in(call.request.form.get("version"))});
  });
  if (done) return http::see_other(signal_path(*call.area, *number));
  if (std::holds_alternative<NoSuchSignal>(done.error())) return refusal_page(call, done.error());
  return signal_page(
      call, id, {.confidential_reason = reason, .faults = {fault(call, "confidential_reason", done.error())}},
      sentence(call, done.error()).status);
}

http::Response show_looks(const web::Call& call) {
  const std::string typed(call.request.query_value("nummer"));
  const auto of = number_in(typed);
  const auto before = number_in(call.request.query_value("voor"));
  const auto list = call.service.database.read([&](db::Transaction& tx) {
    return list_looks(tx, of ? std::optional(ItemId{*of}) : std::nullopt, before);
  });
  const design::Fields fields(call);
  LooksView view;
  view.url = looks_path(call.service);
  view.number = fields.text("nummer", "signals.looks.filter", of ? typed : "",
                            {.optional = true, .input_mode = "numeric", .width = "short"});
  view.submit.text = call.text("signals.list.apply");
  for (const auto& line : list.lines) view.rows.push_back(row_of(call, line));
  if (view.rows.empty()) view.empty = design::EmptyState{.text = call.text("signals.looks.empty")};
  if (list.has_older)
    view.pages = design::Pagination{.older_url = view.url + "?voor=" + std::to_string(list.lines.back().id) +
                                                 (of ? "&nummer=" + std::to_string(*of) : "")};
  return design::page(
      call, {.title = call.text("signals.looks.title"), .is_private = true, .query = {"nummer", "voor"}},
      "signals/looks", view);
}

html::SafeHtml link_to_looks(const web::Call& call, std::int64_t /*subject*/) {
  const auto municipality = call.service.find_area_by_slug("");
  if (!municipality || !call.may("signals.see_looks", municipality->lineage)) return {};
  return call.service.templates.render(call.language, "signals/looks_link",
                                       LooksLink{looks_path(call.service)});
}

}  // namespace wijktafel::signals
