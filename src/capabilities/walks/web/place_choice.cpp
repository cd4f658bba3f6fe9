#include "capabilities/walks/web/place_choice.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "capabilities/places/places.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::walks {
namespace {

constexpr std::size_t pins_most = 60;

places::AreaDrawing drawing_here(const web::Call& call, const std::string& title = {}) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return places::drawing_of(tx, call.area->key, title); });
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> degrees_of(std::string_view text) {
  const auto value = number_of<double>(text);
  if (!value || !std::isfinite(*value) || std::abs(*value) > 180) return std::nullopt;
  return value;
}

// There and back again: a shape without a surface, of which only the line is seen.
geo::MultiPolygon line_through(const std::vector<Stop>& stops) {
  geo::Ring ring;
  for (const auto& stop : stops)
    if (stop.place) ring.push_back(*stop.place);
  if (ring.size() < 2) return {};
  for (std::size_t i = ring.size() - 1; i-- > 0;) ring.push_back(ring[i]);
  return {{.outer = std::move(ring), .holes = {}}};
}

}  // namespace

design::PointPicker place_picker(const web::Call& call, std::string_view words,
                                 const std::optional<geo::Point>& chosen) {
  const auto map = drawing_here(call);
  const auto upper_left = geo::place_at(map.drawing, 0, 0);
  const auto lower_right = geo::place_at(map.drawing, map.drawing.width, map.drawing.height);
  const std::string stem(words);
  design::PointPicker picker;
  picker.label = call.text(stem + ".label");
  picker.hint = call.text(stem + ".hint");
  picker.image_url = signals::place_picture_path(*call.area);
  picker.width = map.drawing.width;
  picker.height = map.drawing.height;
  picker.west = upper_left.longitude;
  picker.north = upper_left.latitude;
  picker.east = lower_right.longitude;
  picker.south = lower_right.latitude;
  if (!chosen) return picker;
  picker.longitude = fmt::format("{:.6f}", chosen->longitude);
  picker.latitude = fmt::format("{:.6f}", chosen->latitude);
  // Another address for another picture: a browser may keep the old one.
  picker.image_url += "?plek=" + picker.longitude + "," + picker.latitude;
  return picker;
}

ChosenPlace chosen_place(const web::Call& call) {
  const auto& form = call.request.form;
  ChosenPlace chosen;
  const auto x = number_of<int>(form.get("place.x"));
  const auto y = number_of<int>(form.get("place.y"));
  // A press of Enter in another field comes as the corner 0, 0: that is no place.
  if (x && y && (*x != 0 || *y != 0)) {
    chosen.place = geo::place_at(drawing_here(call).drawing, *x, *y);
    chosen.was_pressed = true;
  } else {
    const auto longitude = degrees_of(form.get("longitude"));
    const auto latitude = degrees_of(form.get("latitude"));
    if (longitude && latitude) chosen.place = geo::Point{*longitude, *latitude};
  }
  if (chosen.place)
    chosen.is_outside = !call.service.database.read(
        [&](db::Transaction& tx) { return places::lies_in(tx, call.area->key, *chosen.place); });
  return chosen;
}

std::optional<design::AreaMap> route_map(const web::Call& call, const std::vector<Stop>& stops,
                                         const std::vector<geo::DrawnPin>& pins, const std::string& title) {
  const auto line = line_through(stops);
  if (line.empty() && pins.empty()) return std::nullopt;
  auto map = drawing_here(call, title);
  map.drawing.pins.assign(pins.begin(),
                          pins.begin() + static_cast<std::ptrdiff_t>(std::min(pins.size(), pins_most)));
  if (!line.empty())
    map.drawing.areas.push_back({.title = title, .url = {}, .css_class = "route", .shape = &line});
  return design::AreaMap{.drawing = geo::draw_svg(map.drawing)};
}

std::vector<geo::DrawnPin> pins_of(const std::vector<Stop>& stops) {
  std::vector<geo::DrawnPin> pins;
  int number = 0;
  for (const auto& stop : stops) {
    ++number;
    if (stop.place) pins.push_back({*stop.place, number, "physical", stop.words});
  }
  return pins;
}

}  // namespace wijktafel::walks
