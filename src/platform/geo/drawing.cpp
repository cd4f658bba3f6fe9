// Areas and places as SVG: a picture that needs no script. Only numbers, our own class names and escaped text
// go in.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "platform/geo/boost_shapes.hpp"
#include "platform/geo/borders.hpp"

namespace wijktafel::geo {
namespace {

// From degrees to pixels: the view fits whole, in the middle, with the same scale both ways.
class Projection {
 public:
  explicit Projection(const Drawing& drawing)
      : centre_{(drawing.view.west + drawing.view.east) / 2, (drawing.view.south + drawing.view.north) / 2},
        width_(drawing.width),
        height_(drawing.height) {
    const auto scale = scale_at(centre_.latitude);
    const double wide = std::max(drawing.view.east - drawing.view.west, 1e-6) * scale.per_longitude_degree;
    const double high = std::max(drawing.view.north - drawing.view.south, 1e-6) * scale.per_latitude_degree;
    const double pixels_per_metre = std::min(width_ / wide, height_ / high);
    x_ = scale.per_longitude_degree * pixels_per_metre;
    y_ = scale.per_latitude_degree * pixels_per_metre;
  }

  // Rounded to a tenth; adding zero turns -0 into 0.
  std::array<double, 2> pixel(Point point) const {
    const auto tenth = [](double value) { return std::round(value * 10) / 10 + 0.0; };
    return {tenth(width_ / 2 + (point.longitude - centre_.longitude) * x_),
            tenth(height_ / 2 - (point.latitude - centre_.latitude) * y_)};
  }
  Point place(double x, double y) const {
    return {centre_.longitude + (x - width_ / 2) / x_, centre_.latitude - (y - height_ / 2) / y_};
  }

  // Whether any of it can be seen; what cannot is not sent.
  bool shows(const MultiPolygon& shape) const {
    const Box box = bounds(shape);
    const auto [left, bottom] = pixel({box.west, box.south});
    const auto [right, top] = pixel({box.east, box.north});
    return right >= 0 && left <= width_ && bottom >= 0 && top <= height_;
  }

 private:
  Point centre_;
  double width_;
  double height_;
  double x_ = 0;
  double y_ = 0;
};

void append_ring(std::string& out, const Projection& projection, const Ring& ring) {
  // The last point is the first again: Z closes the path.
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const auto [x, y] = projection.pixel(ring[i]);
    fmt::format_to(std::back_inserter(out), "{}{:.1f} {:.1f}", i == 0 ? 'M' : 'L', x, y);
  }
  out += 'Z';
}

void append_area(std::string& out, const Projection& projection, const DrawnArea& area) {
  if (area.shape == nullptr || area.shape->empty() || !projection.shows(*area.shape)) return;
  // Links are not in the order of the Tab key: the page has the same links as a list, in an order that means
  // something.
  if (!area.url.empty())
    out += fmt::format(R"(<a href="{}" tabindex="-1" aria-label="{}">)", html::escaped(area.url),
                       html::escaped(area.title));
  out += fmt::format(R"(<path class="{}" fill-rule="evenodd" d=")", html::escaped(area.css_class));
  for (const auto& polygon : *area.shape) {
    append_ring(out, projection, polygon.outer);
    for (const auto& hole : polygon.holes) append_ring(out, projection, hole);
  }
  out +=
      fmt::format("\"><title>{}</title></path>{}", html::escaped(area.title), area.url.empty() ? "" : "</a>");
}

void append_pin(std::string& out, const Projection& projection, const DrawnPin& pin) {
  const auto [x, y] = projection.pixel(pin.place);
  out += fmt::format(
      R"(<g class="pin {}"><title>{}</title><circle cx="{:.1f}" cy="{:.1f}" r="11"/><text x="{:.1f}" y="{:.1f}">{}</text></g>)",
      html::escaped(pin.css_class), html::escaped(pin.title), x, y, x, y + 4, pin.number);
}

}  // namespace

DrawnBorders draw_borders(const Drawing& drawing) {
  const Projection projection(drawing);
  std::string markup;
  for (const auto& area : drawing.areas) append_area(markup, projection, area);
  return DrawnBorders(std::move(markup));
}

html::SafeHtml draw_svg(const Drawing& drawing) { return draw_svg(drawing, draw_borders(drawing)); }

html::SafeHtml draw_svg(const Drawing& drawing, const DrawnBorders& borders) {
  const Projection projection(drawing);
  const bool has_links =
      std::ranges::any_of(drawing.areas, [](const DrawnArea& area) { return !area.url.empty(); });
  // role="img" hides what is inside from a screen reader, so a drawing with links is a group with a name.
  std::string out =
      fmt::format(R"(<svg class="map" viewBox="0 0 {} {}" role="{}" aria-label="{}"><title>{}</title>)",
                  drawing.width, drawing.height, has_links ? "group" : "img", html::escaped(drawing.title),
                  html::escaped(drawing.title));
  out += fmt::format(R"(<rect class="ground" width="{}" height="{}"/>)", drawing.width, drawing.height);
  out += borders.markup_;
  for (const auto& pin : drawing.pins) append_pin(out, projection, pin);
  return html::from_trusted_svg(out + "</svg>");
}

Point place_at(const Drawing& drawing, int x, int y) { return Projection(drawing).place(x, y); }

}  // namespace wijktafel::geo
