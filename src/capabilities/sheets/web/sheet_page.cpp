// The sheet of an area and a month, on paper and as a page.
#include "capabilities/sheets/reads/sheet.hpp"
#include "capabilities/sheets/web/pages.hpp"
#include "capabilities/sheets/web/paths.hpp"
#include "capabilities/sheets/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"
#include "platform/html/qr.hpp"

namespace wijktafel::sheets {
namespace {

// The year in which the first neighbourhood could have a sheet.
Date first_month() { return parse_date("2020-01-01").value(); }

std::optional<Month> month_asked_for(const web::Call& call) {
  const auto month = month_of(call.parameter("key"));
  if (!month || month->first > call.today || month->first < first_month()) return std::nullopt;
  return month;
}

std::optional<std::string> more_of(const web::Call& call, std::int64_t more) {
  if (more == 0) return std::nullopt;
  return call.text("sheets.page.more", {{"count", more}});
}

std::string day(const web::Call& call, Date date) {
  return i18n::short_date(call.language, date, call.today);
}

std::vector<std::string> numbers_of(const web::Call& call, const Sheet& sheet) {
  std::vector<std::string> sentences = {
      call.text("sheets.numbers.reported", {{"count", sheet.reported}}),
      call.text("sheets.numbers.closed", {{"count", sheet.closed}, {"solved", sheet.solved}})};
  if (sheet.kept > 0 || sheet.late > 0)
    sentences.push_back(call.text("sheets.numbers.promises", {{"kept", sheet.kept}, {"late", sheet.late}}));
  return sentences;
}

SheetLine line_of(const web::Call& call, const items::Item& item, std::string outcome) {
  return {on_one_line(item.title), items::url_of(call.service, item), std::move(outcome)};
}

SheetPart signals_part(const web::Call& call, const Chosen<items::Item>& signals) {
  SheetPart part{
      .heading = call.text("sheets.page.signals"), .lines = {}, .more = more_of(call, signals.more)};
  for (const auto& item : signals.rows)
    part.lines.push_back(line_of(call, item, items::status_word(call, item)));
  return part;
}

SheetPart promises_part(const web::Call& call, const Chosen<Promise>& promises) {
  SheetPart part{
      .heading = call.text("sheets.page.promises"), .lines = {}, .more = more_of(call, promises.more)};
  for (const auto& [commitment, promiser] : promises.rows)
    part.lines.push_back(
        line_of(call, commitment.item,
                on_one_line(promiser, name_most) + ", " + goals::standing_of(call, commitment).word));
  return part;
}

std::vector<SheetPart> parts_of(const web::Call& call, const Sheet& sheet) {
  std::vector<SheetPart> parts = {signals_part(call, sheet.signals), promises_part(call, sheet.promises)};
  SheetPart decisions{.heading = call.text("sheets.page.decisions"),
                      .lines = {},
                      .more = more_of(call, sheet.decisions.more)};
  for (const auto& item : sheet.decisions.rows)
    decisions.lines.push_back(line_of(call, item, day(call, local_date(item.created_at))));
  SheetPart reached{
      .heading = call.text("sheets.page.goals"), .lines = {}, .more = more_of(call, sheet.goals.more)};
  for (const auto& item : sheet.goals.rows)
    reached.lines.push_back(line_of(call, item, items::status_word(call, item)));
  parts.push_back(std::move(decisions));
  parts.push_back(std::move(reached));
  // What there is nothing of takes no room.
  std::erase_if(parts, [](const SheetPart& part) { return part.lines.empty(); });
  return parts;
}

void add_links(const web::Call& call, const Month& month, const Sheet& sheet, SheetView& view) {
  if (sheet.has_earlier && month.first > first_month())
    view.links.push_back({call.text("sheets.page.before"), sheet_path(*call.area, month_before(month))});
  if (call.may("sheets.enter"))
    view.links.push_back({call.text("sheets.page.enter"), strip_path(*call.area, month)});
}

SheetView view_of(const web::Call& call, const Month& month, const Sheet& sheet) {
  SheetView view;
  view.title = call.text("sheets.page.title", {{"area", call.area->name},
                                               {"month", i18n::month_and_year(call.language, month.first)}});
  view.rule = call.text("sheets.page.rule");
  view.numbers = numbers_of(call, sheet);
  view.parts = parts_of(call, sheet);
  if (sheet.next_meeting)
    view.next_meeting =
        call.text("sheets.page.next_meeting",
                  {{"when", i18n::date_and_time(call.language, sheet.next_meeting->begins_at, call.today)},
                   {"place", on_one_line(sheet.next_meeting->place)}});
  for (const auto& item : sheet.strip)
    view.strip.push_back({std::to_string(raw(item.id)), on_one_line(item.title), !item.is_open});
  view.code = month.key();
  view.url = call.service.base_url + sheet_path(*call.area, month);
  view.short_url = view.url.substr(view.url.find("//") + 2);
  view.qr = html::qr_picture(view.url, call.text("sheets.page.qr"));
  add_links(call, month, sheet, view);
  return view;
}

}  // namespace

http::Response lead_to_sheet(const web::Call& call) {
  return http::see_other(sheet_path(*call.area, month_with(call.today)));
}

http::Response show_sheet(const web::Call& call) {
  const auto month = month_asked_for(call);
  if (!month) return design::not_found(call);
  const auto sheet =
      call.service.database.read([&](db::Transaction& tx) { return make_sheet(call, tx, *month); });
  const auto view = view_of(call, *month, sheet);
  return design::page(call, {.title = view.title, .back_url = call.area->path}, "sheets/sheet", view);
}

html::SafeHtml link_to_sheet(const web::Call& call, std::int64_t) {
  if (call.area->is_municipality) return {};
  return call.service.templates.render(
      call.language, "sheets/sheet_link",
      SheetLinkView{.links = {{call.text("sheets.page.link"), sheets_path(*call.area)}}});
}

}  // namespace wijktafel::sheets
