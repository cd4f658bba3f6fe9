// What comes back on the strip: entered in a few seconds, and the offers of help for the coordinator.
#include <algorithm>

#include "base/digest.hpp"
#include "capabilities/sheets/actions/enter_strip.hpp"
#include "capabilities/sheets/reads/help.hpp"
#include "capabilities/sheets/reads/sheet.hpp"
#include "capabilities/sheets/web/pages.hpp"
#include "capabilities/sheets/web/paths.hpp"
#include "capabilities/sheets/web/strip.hpp"
#include "capabilities/sheets/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::sheets {
namespace {

constexpr std::int64_t number_most = 999'999'999'999;
constexpr int offers_most = 100;
constexpr std::size_t phone_most = 30;
constexpr std::size_t sending_length = 22;  // 16 random bytes as base64url

http::Response strip_page(const web::Call& call, const Month& month, const Strip& typed,
                          std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  StripView view;
  view.title = call.text("sheets.enter.title", {{"area", call.area->name},
                                                {"month", i18n::month_and_year(call.language, month.first)}});
  view.url = strip_path(*call.area, month);
  view.sending = typed.sending.empty() ? random_token() : typed.sending;
  if (const auto number = call.request.query_value("klaar"); !number.empty() && number.size() < 13)
    view.notice = design::Notice{.tone = "success",
                                 .title = call.text("sheets.enter.kept", {{"number", std::string(number)}})};
  view.faults = fields.summary();
  view.number =
      fields.text("number", "sheets.enter.number", typed.number, {.input_mode = "numeric", .width = "short"});
  view.ticked = fields.checks("ticked", "sheets.enter.ticked",
                              fields.answers("sheets.enter.ticked", tick_words()), typed.ticked, false);
  view.phone = fields.text("phone", "sheets.enter.phone", typed.phone,
                           {.optional = true, .type = "tel", .autocomplete = "off", .width = "medium"});
  view.submit = {.text = call.text("sheets.enter.save"),
                 .way_out = design::Link{call.text("sheets.enter.ready"), sheet_path(*call.area, month)}};
  return design::page(call,
                      {.title = view.title,
                       .narrow = true,
                       .back_url = sheet_path(*call.area, month),
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "sheets/strip", view, faults.empty() ? 200 : 422);
}

std::optional<Month> month_here(const web::Call& call) { return month_of(call.parameter("key")); }

}  // namespace

http::Response show_strip(const web::Call& call) {
  const auto month = month_here(call);
  return month ? strip_page(call, *month, {}) : design::not_found(call);
}

http::Response send_strip(const web::Call& call) {
  const auto month = month_here(call);
  if (!month) return design::not_found(call);
  web::FormReader reader(call.request.form);
  Strip typed{.sending = std::string(reader.typed("sending")),
              .number = std::string(reader.typed("number")),
              .ticked = reader.choices("ticked", tick_words()),
              .phone = reader.text("phone", {.most = phone_most})};
  if (typed.sending.size() != sending_length) typed.sending = random_token();
  const auto number = reader.whole_number("number", 1, number_most, "sheets.fault.number_missing");
  if (typed.ticked.empty()) reader.fault("ticked", "sheets.fault.ticked_missing");
  if (!typed.phone.empty() && !is_phone(typed.phone)) reader.fault("phone", "sheets.fault.phone_wrong");
  const auto item = number ? call.service.database.read(
                                 [&](db::Transaction& tx) { return find_named(tx, *call.area, *number); })
                           : std::nullopt;
  if (number && !item) reader.fault("number", "sheets.fault.number_unknown", {{"area", call.area->name}});
  if (const auto wrong = item ? wrong_tick(*item, typed) : std::nullopt)
    reader.fault(wrong->field, wrong->word_key, wrong->arguments);
  if (!reader.ok()) return strip_page(call, *month, typed, reader.faults());
  const auto done =
      call.service.database.write([&](db::Transaction& tx) { return enter(call, tx, *item, typed); });
  if (!done) return strip_page(call, *month, typed, {&done.error(), 1});
  return http::see_other(strip_path(*call.area, *month) + "?klaar=" + std::to_string(raw(item->id)));
}

http::Response show_help(const web::Call& call) {
  const auto [offers, count] = call.service.database.read([&](db::Transaction& tx) {
    return std::pair(help_waiting(call, tx, call.area->key, offers_most),
                     count_help_waiting(tx, call.area->key));
  });
  HelpView view{.kept = call.text("sheets.help.kept", {{"days", std::int64_t{phone_kept_days}}}),
                .rows = {},
                .more = std::nullopt};
  for (const auto& offer : offers) {
    HelpRow row{.title = offer.item.title,
                .url = items::url_of(call.service, offer.item),
                .when = i18n::long_date(call.language, local_date(offer.offered_at), call.today),
                .phone = std::nullopt,
                .done_url = help_path(*call.area) + "/" + std::to_string(offer.offer)};
    if (!offer.phone.empty()) row.phone = offer.phone;
    view.rows.push_back(std::move(row));
  }
  if (const auto more = count - static_cast<std::int64_t>(offers.size()); more > 0)
    view.more = call.text("sheets.help.more", {{"count", more}});
  auto response = design::page(call,
                               {.title = call.text("sheets.help.title"),
                                .narrow = true,
                                .back_url = call.area->path,
                                .is_private = true},
                               "sheets/help", view);
  response.set("Cache-Control", "private, no-store");
  return response;
}

http::Response send_called(const web::Call& call) {
  const auto number = call.number();
  const auto done = number ? call.service.database.write([&](db::Transaction& tx) {
    return call_back(tx, call.now, call.area->key, *number);
  })
                           : std::unexpected(NoSuchOffer{});
  if (!done) return design::not_found(call);
  return http::see_other(help_path(*call.area));
}

html::SafeHtml link_to_help(const web::Call& call, std::int64_t) {
  if (call.area->is_municipality || !call.may("sheets.call_back")) return {};
  const auto waiting =
      call.service.database.read([&](db::Transaction& tx) { return count_help_waiting(tx, call.area->key); });
  SheetLinkView view;
  view.links.push_back({call.text("sheets.enter.link"), strip_path(*call.area, month_with(call.today))});
  if (waiting > 0)
    view.links.push_back({call.text("sheets.help.link", {{"count", waiting}}), help_path(*call.area)});
  return call.service.templates.render(call.language, "sheets/sheet_link", view);
}

}  // namespace wijktafel::sheets
