// Places on the earth: WGS84 outside, RD New (EPSG:28992) accepted and converted with PROJ (within 1 m
// without the national grid). Plain structs; Boost.Geometry and PROJ stay in the .cpp files. Thread-safe.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/html/safe_html.hpp"

namespace wijktafel::geo {

struct Point {
  double longitude = 0;
  double latitude = 0;
  bool operator==(const Point&) const = default;
};
using Ring = std::vector<Point>;  // closed: first point again at the end
struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
};
using MultiPolygon = std::vector<Polygon>;

struct Box {
  double west = 0, south = 0, east = 0, north = 0;
};

Point from_rd(double x_m, double y_m);
std::array<double, 2> to_rd(Point point);  // metres
Box bounds(const MultiPolygon& shape);
bool contains(const MultiPolygon& shape, Point point);
Point centre(const MultiPolygon& shape);  // a point that lies inside
double area_km2(const MultiPolygon& shape);
double distance_m(Point from, Point to);
// The outline of areas that share borders: inner borders disappear (districts drawn from their
// neighbourhoods).
MultiPolygon dissolve(const std::vector<MultiPolygon>& shapes);

struct Feature {
  std::map<std::string, std::string, std::less<>> properties;  // numbers and booleans as text
  MultiPolygon shape;
  std::optional<Point> point;
};
struct GeoJsonFault {
  std::size_t feature = 0;  // counted from 1; 0: the file as a whole
  std::string reason;       // a word key below "geo.fault."
};
// Polygon, MultiPolygon and Point features in WGS84 or RD New (seen by the numbers, or said by `crs`).
// Refused with every fault: broken rings, latitude and longitude swapped, coordinates outside the
// Netherlands.
Result<std::vector<Feature>, std::vector<GeoJsonFault>> read_geojson(std::string_view text);
std::string to_geojson(const MultiPolygon& shape, int decimals = 6);
MultiPolygon shape_from_geojson(std::string_view geometry);  // our own stored text; throws Failure

// A drawing of areas on a flat map (Mercator is not needed at this size: longitudes are scaled by cos
// latitude).
struct DrawnArea {
  std::string title;
  std::string url;        // "" : not a link
  std::string css_class;  // "area", "area here", ...
  const MultiPolygon* shape = nullptr;
};
struct DrawnPin {
  Point place;
  int number = 0;         // the number that returns in the list
  std::string css_class;  // "social", "physical", "safety", "chance"
  std::string title;
};
struct Drawing {
  std::string title;  // read aloud: "Kaart van de Oranjebuurt met 5 plekken. ..."
  Box view;
  int width = 600, height = 400;
  std::vector<DrawnArea> areas;
  std::vector<DrawnPin> pins;  // at most 60; more are drawn as clusters by the caller
};
html::SafeHtml draw_svg(const Drawing& drawing);
// From a click on an <input type="image"> drawing back to the place.
Point place_at(const Drawing& drawing, int x, int y);

// Which shape a point lies in; r-tree over bounding boxes.
class ShapeIndex {
 public:
  explicit ShapeIndex(std::vector<std::pair<std::string, MultiPolygon>> shapes);
  ~ShapeIndex();
  std::optional<std::string> find(Point point) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::geo
