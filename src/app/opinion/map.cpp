#include "app/opinion/map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numbers>

#include "platform/html/safe_html.hpp"

namespace wijktafel::app {
namespace {

constexpr double width = 800;
constexpr double height = 640;
constexpr double margin = 40;
constexpr double legend_height = 36;
constexpr int places = 64;  // along each side: people nearer than that share a mark

// All at least 4.5 to 1 on white.
constexpr std::array<std::string_view, 5> colours{"#1b5e9e", "#a33b00", "#2a6b2f", "#6a3d9a", "#4a4a4a"};

struct Mark {
  double x = 0;
  double y = 0;
  double people = 0;
};

// A shape of the same area for every group, around a point.
std::string shape(std::size_t group, double x, double y, double radius) {
  const double area = std::numbers::pi * radius * radius;
  if (group == 0) return fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>)", x, y, radius);
  if (group == 1) {
    const double side = std::sqrt(area);
    return fmt::format(R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)", x - side / 2,
                       y - side / 2, side, side);
  }
  if (group == 2) {
    const double half = std::sqrt(area / std::sqrt(3.0));
    return fmt::format(R"(<path d="M{:.1f} {:.1f}l{:.1f} {:.1f}h{:.1f}z"/>)", x, y - half, half,
                       half * std::sqrt(3.0), -2 * half);
  }
  if (group == 3) {
    const double half = std::sqrt(area / 2);
    return fmt::format(R"(<path d="M{:.1f} {:.1f}l{:.1f} {:.1f}l{:.1f} {:.1f}l{:.1f} {:.1f}z"/>)", x,
                       y - half, half, half, -half, half, -half, -half);
  }
  const double arm = std::sqrt(area / 5);  // a plus of five squares
  return fmt::format(
      R"(<path d="M{:.1f} {:.1f}h{:.1f}v{:.1f}h{:.1f}v{:.1f}h{:.1f}v{:.1f}h{:.1f}v{:.1f}h{:.1f}v{:.1f}h{:.1f}z"/>)",
      x - arm / 2, y - 1.5 * arm, arm, arm, arm, arm, -arm, arm, -arm, -arm, -arm, -arm, arm);
}

class MapDrawing {
 public:
  MapDrawing(const opinion::Analysis& analysis, const TerminalWords& words)
      : analysis_(analysis), words_(words) {
    // One scale for both directions: distances are what the map is about.
    for (const auto& point : analysis_.points)
      reach_ = std::max({reach_, std::abs(point.x) / (width / 2 - margin),
                         std::abs(point.y) / ((height - legend_height) / 2 - margin)});
    const auto people = static_cast<double>(analysis_.points.size());
    radius_ *= std::min(1.0, std::sqrt(2000.0 / std::max(1.0, people)));
  }

  std::string svg() {
    const auto title = html::escaped(words_.text("opinion.map_title"));
    std::string drawing = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="map-title map-about" font-family="sans-serif">)"
        "\n<title id=\"map-title\">{}</title>\n<desc id=\"map-about\">{}</desc>\n"
        R"(<rect width="{}" height="{}" fill="#ffffff"/>)"
        "\n",
        width, height, title, html::escaped(about()), width, height);
    drawing += axes();
    const auto groups = std::max<std::size_t>(1, analysis_.groups.size());
    for (std::size_t g = 0; g < groups; ++g) drawing += marks(g);
    for (std::size_t g = 0; g < analysis_.groups.size(); ++g) drawing += letter(g) + legend(g);
    return drawing + "</svg>\n";
  }

 private:
  std::string about() const {
    const auto people = static_cast<std::int64_t>(analysis_.people.size());
    if (analysis_.groups.empty()) return words_.text("opinion.map_about_none", {{"people", people}});
    std::string about =
        words_.text("opinion.map_about",
                    {{"people", people}, {"groups", static_cast<std::int64_t>(analysis_.groups.size())}});
    for (std::size_t g = 0; g < analysis_.groups.size(); ++g) about += " " + legend_text(g) + ".";
    return about;
  }

  std::string legend_text(std::size_t g) const {
    return words_.text("opinion.map_legend",
                       {{"group", group_letter(g)},
                        {"people", static_cast<std::int64_t>(analysis_.groups[g].people.size())}});
  }

  double across(double x) const { return width / 2 + x / reach_; }
  double down(double y) const { return (height - legend_height) / 2 - y / reach_; }

  std::string axes() const {
    return fmt::format(
        R"(<path d="M{} {:.1f}H{}M{:.1f} {}V{}" stroke="#767676" stroke-width="1" fill="none"/>)"
        "\n",
        margin / 2, down(0), width - margin / 2, across(0), margin / 2, height - legend_height - margin / 2);
  }

  std::string marks(std::size_t group) const {
    std::map<std::pair<int, int>, Mark> marks;
    for (std::size_t i = 0; i < analysis_.points.size(); ++i) {
      if (!analysis_.groups.empty() && analysis_.group_of[i] != group) continue;
      const double x = across(analysis_.points[i].x);
      const double y = down(analysis_.points[i].y);
      auto& mark = marks[{static_cast<int>(x / width * places), static_cast<int>(y / height * places)}];
      mark.x += x;
      mark.y += y;
      mark.people += 1;
    }
    std::string drawn = fmt::format(R"(<g fill="{}" stroke="#ffffff" stroke-width="0.5">)"
                                    "\n",
                                    colours[group % colours.size()]);
    for (const auto& [place, mark] : marks)
      drawn += shape(group, mark.x / mark.people, mark.y / mark.people,
                     std::clamp(radius_ * std::sqrt(mark.people), 1.5, 12.0)) +
               "\n";
    return drawn + "</g>\n";
  }

  std::string letter(std::size_t g) const {
    const auto& centre = analysis_.groups[g].centre;
    return fmt::format(
        R"(<text x="{:.1f}" y="{:.1f}" font-size="40" font-weight="bold" text-anchor="middle" fill="#000000" stroke="#ffffff" stroke-width="6" paint-order="stroke">{}</text>)"
        "\n",
        across(centre.x), down(centre.y) + 14, group_letter(g));
  }

  std::string legend(std::size_t g) const {
    const double column = (width - 2 * margin) / static_cast<double>(analysis_.groups.size());
    const double x = margin + column * static_cast<double>(g);
    const double y = height - legend_height / 2;
    return fmt::format(
        R"(<g fill="{}">{}</g><text x="{:.1f}" y="{:.1f}" font-size="14" fill="#000000">{}</text>)"
        "\n",
        colours[g % colours.size()], shape(g, x, y, 7), x + 14, y + 5, html::escaped(legend_text(g)));
  }

  const opinion::Analysis& analysis_;
  const TerminalWords& words_;
  double reach_ = 1e-9;  // of the map, for one unit of the drawing
  double radius_ = 3;    // of the mark for one person
};

}  // namespace

std::string opinion_map(const opinion::Analysis& analysis, const TerminalWords& words) {
  return MapDrawing(analysis, words).svg();
}

std::string group_letter(std::size_t group) { return {static_cast<char>('A' + group % 26)}; }

}  // namespace wijktafel::app
