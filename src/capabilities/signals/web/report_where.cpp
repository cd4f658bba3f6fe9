// Screen 2: where it is, in words or on the map; both may be skipped.
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/signals/actions/write_draft.hpp"
#include "capabilities/signals/reads/draft.hpp"
#include "capabilities/signals/reads/place_map.hpp"
#include "capabilities/signals/web/draft_cookie.hpp"
#include "capabilities/signals/web/draft_pages.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/report_views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/embedded/embedded.hpp"

namespace wijktafel::signals {
namespace {

struct Screen {
  std::optional<geo::Point> place;
  std::string place_words;
  std::vector<web::FieldFault> faults = {};
  std::optional<std::string> other_area = {};  // key of the area where the place lies
  bool moved_here = false;
};

std::string degrees(double value) { return fmt::format("{:.6f}", value); }

void fill_map(const web::Call& call, const Screen& screen, design::PointPicker& map) {
  const auto drawn = call.service.database.read(
      [&](db::Transaction& tx) { return place_map(tx, call.area->key, {}, std::nullopt, {}).drawing; });
  const auto upper_left = geo::place_at(drawn, 0, 0);
  const auto lower_right = geo::place_at(drawn, drawn.width, drawn.height);
  map.label = call.text("signals.where.map.label");
  map.hint = call.text("signals.where.map.hint");
  map.image_url = report_path(*call.area, "kaart");
  map.width = drawn.width;
  map.height = drawn.height;
  map.west = upper_left.longitude;
  map.north = upper_left.latitude;
  map.east = lower_right.longitude;
  map.south = lower_right.latitude;
  if (!screen.place) return;
  map.longitude = degrees(screen.place->longitude);
  map.latitude = degrees(screen.place->latitude);
  // Another address for another picture: a browser may keep the old one.
  map.image_url += "?plek=" + map.longitude + "," + map.latitude;
}

http::Response where_page(const web::Call& call, const Screen& screen) {
  const design::Fields fields(call, screen.faults);
  ReportWhereView view;
  view.url = report_path(*call.area, "waar");
  view.worker_url = worker_path(call.service);
  view.faults = fields.summary();
  if (screen.moved_here)
    view.notice = design::Notice{.title = call.text("signals.where.moved", {{"area", call.area->name}})};
  if (const auto other = screen.other_area ? call.service.find_area(*screen.other_area) : std::nullopt)
    view.move =
        MoveOffer{.sentence = call.text("signals.refusal.place_in_other_area", {{"area", other->name}}),
                  .button = call.text("signals.where.move", {{"area", other->name}})};
  view.words = fields.text("place_words", "signals.where.words", screen.place_words, {.optional = true});
  fill_map(call, screen, view.map);
  for (const auto& found : screen.faults)
    if (found.field == view.map.name) view.map.error = call.text(found.word_key, found.arguments);
  view.has_place = screen.place.has_value();
  view.submit = {.text = call.text("signals.step.next"),
                 .other = design::OtherButton{call.text("signals.step.back"), "go", "back"}};
  return design::page(
      call,
      {.title = call.text("signals.where.title"), .form_steps = true, .has_faults = !screen.faults.empty()},
      "signals/report_where", view, screen.faults.empty() ? 200 : 422);
}

std::optional<int> pixel(std::string_view text) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> degrees_of(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = !text.empty() && read.ec == std::errc{} && read.ptr == text.data() + text.size();
  if (!is_number || !std::isfinite(value) || std::abs(value) > 180) return std::nullopt;
  return value;
}

// Where the drawing was pressed, without script. A press of Enter in another field comes as the corner 0, 0:
// that is no place, and the button "Verder" was meant.
std::optional<geo::Point> pressed_place(const web::Call& call) {
  const auto x = pixel(call.request.form.get("place.x"));
  const auto y = pixel(call.request.form.get("place.y"));
  if (!x || !y || (*x == 0 && *y == 0)) return std::nullopt;
  const auto drawn = call.service.database.read(
      [&](db::Transaction& tx) { return place_map(tx, call.area->key, {}, std::nullopt, {}).drawing; });
  return geo::place_at(drawn, *x, *y);
}

std::optional<geo::Point> place_in_fields(const http::Form& form) {
  const auto longitude = degrees_of(form.get("longitude"));
  const auto latitude = degrees_of(form.get("latitude"));
  if (!longitude || !latitude) return std::nullopt;
  return geo::Point{*longitude, *latitude};
}

// What lies outside is shown, with its sentence, and not kept.
void check(const web::Call& call, Screen& screen) {
  if (!screen.place) return;
  const auto inside = call.service.database.read(
      [&](db::Transaction& tx) { return check_place(tx, call.area->key, *screen.place); });
  if (inside) return;
  if (const auto* other = std::get_if<PlaceInOtherArea>(&inside.error())) screen.other_area = other->area;
  screen.faults.push_back(fault(call, "place", inside.error()));
}

bool keep(const web::Call& call, const Screen& screen) {
  const WhereItIs where{.place = screen.place, .place_words = screen.place_words};
  return call.service.database
      .write([&](db::Transaction& tx) { return keep_where(tx, call.now, draft_token(call), where); })
      .has_value();
}

// On to the neighbourhood where the place lies, with all that was written.
http::Response move_there(const web::Call& call, Screen screen) {
  check(call, screen);
  const auto other = screen.other_area ? call.service.find_area(*screen.other_area) : std::nullopt;
  if (!other) return where_page(call, screen);
  if (!keep(call, screen)) return expired_page(call);
  return http::see_other(report_path(*other, "waar") + "?verhuisd=ja");
}

// The drawing as a picture of its own, with its own colours.
std::string standalone(const places::AreaDrawing& map) {
  const auto style = embedded::find("capabilities/signals/data/map_picture.css");
  WIJKTAFEL_ASSERT(style.has_value(), "the style of the map is compiled in");
  const std::string markup = places::draw(map).markup();
  const auto end_of_tag = markup.find('>');
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"{}><style>{}</style>{})",
      map.drawing.width, map.drawing.height, markup.substr(4, end_of_tag - 4), *style,
      markup.substr(end_of_tag + 1));
}

}  // namespace

http::Response show_where(const web::Call& call) {
  const auto draft = call.service.database.read(
      [&](db::Transaction& tx) { return find_draft(tx, call.now, draft_token(call)); });
  if (!draft || draft->draft.is_sent()) return expired_page(call);
  Screen screen{.place = draft->draft.place,
                .place_words = draft->draft.place_words,
                .moved_here = !call.request.query_value("verhuisd").empty()};
  // What was kept on the way back, or at the last moment before sending, may still lie elsewhere.
  check(call, screen);
  auto response = where_page(call, screen);
  response.status = 200;
  return response;
}

http::Response send_where(const web::Call& call) {
  const auto& form = call.request.form;
  const std::string_view go = form.get("go");
  web::FormReader reader(form);
  Screen screen;
  screen.place_words = reader.text("place_words", {.most = place_words_most});
  const auto pressed = pressed_place(call);
  screen.place = pressed ? pressed : place_in_fields(form);
  if (go == "remove") screen.place.reset();
  screen.faults = reader.faults();
  if (reader.ok() && go == "move") return move_there(call, screen);
  if (go != "back") check(call, screen);
  if (!screen.faults.empty()) return where_page(call, screen);
  if (!keep(call, screen)) return expired_page(call);
  if (go == "back") return http::see_other(report_path(*call.area));
  if (go == "remove" || pressed) return http::see_other(report_path(*call.area, "waar"));
  return http::see_other(report_path(*call.area, "hoe"));
}

http::Response draw_place_picture(const web::Call& call) {
  std::optional<geo::Point> place;
  const auto asked = split(call.request.query_value("plek"), ',');
  if (asked.size() == 2) {
    const auto longitude = degrees_of(asked[0]);
    const auto latitude = degrees_of(asked[1]);
    if (longitude && latitude) place = geo::Point{*longitude, *latitude};
  }
  const std::string title = call.text(place ? "signals.where.map_title_with_mark" : "signals.where.map_title",
                                      {{"area", call.area->name}});
  const auto map = call.service.database.read(
      [&](db::Transaction& tx) { return place_map(tx, call.area->key, title, place, "chance"); });
  return http::file_response(standalone(map), "image/svg+xml");
}

}  // namespace wijktafel::signals
