// GeoJSON (RFC 7946) in and out. Read strictly: a border that is wrong is wrong for years, so every fault is
// named with the number of its feature and nothing is guessed or repaired.
#include <algorithm>
#include <array>
#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <boost/json.hpp>
#include <cmath>
#include <fmt/format.h>

#include "platform/geo/boost_shapes.hpp"

namespace wijktafel::geo {
namespace {

namespace json = boost::json;

// The European part of the Netherlands with some sea: in degrees, and in metres of RD New.
constexpr Box netherlands{3.0, 50.7, 7.4, 53.8};
constexpr Box netherlands_rd{-7'000, 289'000, 300'000, 629'000};

bool lies_in(const Box& box, double x, double y) {
  return x >= box.west && x <= box.east && y >= box.south && y <= box.north;
}

enum class System { wgs84, rd_new };

class Reader {
 public:
  Result<std::vector<Feature>, std::vector<GeoJsonFault>> read(std::string_view text);

 private:
  void fault(std::string reason) {
    const bool is_known = std::ranges::any_of(faults_, [&](const GeoJsonFault& known) {
      return known.feature == number_ && known.reason == reason;
    });
    if (!is_known) faults_.push_back({number_, std::move(reason)});
  }

  void read_system(const json::object& root);
  void read_feature(const json::value& value);
  void read_properties(const json::object& feature, Feature& into);
  void read_geometry(const json::object& geometry, Feature& into);
  std::optional<Polygon> read_polygon(const json::value& value);
  std::optional<Ring> read_ring(const json::value& value);
  std::optional<Point> read_position(const json::value& value);

  std::optional<System> system_;
  std::size_t number_ = 0;  // of the feature at hand
  std::vector<Feature> features_;
  std::vector<GeoJsonFault> faults_;
};

std::string_view text_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

// `crs` is from before RFC 7946, but PDOK and QGIS still write it.
void Reader::read_system(const json::object& root) {
  const auto* crs = root.if_contains("crs");
  if (crs == nullptr || crs->is_null()) return;
  const auto* properties = crs->is_object() ? crs->get_object().if_contains("properties") : nullptr;
  const auto name = properties != nullptr && properties->is_object()
                        ? text_of(properties->get_object(), "name")
                        : std::string_view();
  if (name.ends_with(":28992")) {
    system_ = System::rd_new;
  } else if (name.ends_with(":4326") || name.ends_with(":CRS84") || name.ends_with(":4258")) {
    system_ = System::wgs84;
  } else {
    fault("unknown_crs");
  }
}

std::optional<Point> Reader::read_position(const json::value& value) {
  const auto* numbers = value.if_array();
  if (numbers == nullptr || numbers->size() < 2 || numbers->size() > 3 || !(*numbers)[0].is_number() ||
      !(*numbers)[1].is_number()) {
    fault("not_a_position");
    return std::nullopt;
  }
  const double x = (*numbers)[0].to_number<double>();
  const double y = (*numbers)[1].to_number<double>();
  const bool is_rd = lies_in(netherlands_rd, x, y);
  const bool is_wgs84 = lies_in(netherlands, x, y);
  if (!system_ && (is_rd || is_wgs84)) system_ = is_rd ? System::rd_new : System::wgs84;
  if (system_ == System::rd_new && is_rd) return from_rd(x, y);
  if (system_ == System::wgs84 && is_wgs84) return Point{x, y};
  const bool is_swapped = (system_ != System::rd_new && lies_in(netherlands, y, x)) ||
                          (system_ != System::wgs84 && lies_in(netherlands_rd, y, x));
  if (is_swapped) {
    fault("swapped");
  } else if (is_rd || is_wgs84) {
    fault("two_systems");
  } else {
    fault("outside_the_netherlands");
  }
  return std::nullopt;
}

std::optional<Ring> Reader::read_ring(const json::value& value) {
  const auto* positions = value.if_array();
  if (positions == nullptr) {
    fault("not_a_ring");
    return std::nullopt;
  }
  Ring ring;
  ring.reserve(positions->size());
  bool is_whole = true;
  for (const auto& position : *positions) {
    const auto point = read_position(position);
    is_whole = is_whole && point.has_value();
    if (point) ring.push_back(*point);
  }
  if (!is_whole) return std::nullopt;
  if (ring.size() < 4) {
    fault("ring_too_short");
    return std::nullopt;
  }
  if (!(ring.front() == ring.back())) {
    fault("ring_not_closed");
    return std::nullopt;
  }
  return ring;
}

std::optional<Polygon> Reader::read_polygon(const json::value& value) {
  const auto* rings = value.if_array();
  if (rings == nullptr || rings->empty()) {
    fault("not_a_ring");
    return std::nullopt;
  }
  Polygon polygon;
  bool is_whole = true;
  for (std::size_t i = 0; i < rings->size(); ++i) {
    auto ring = read_ring((*rings)[i]);
    is_whole = is_whole && ring.has_value();
    if (!ring) continue;
    if (i == 0) {
      polygon.outer = std::move(*ring);
    } else {
      polygon.holes.push_back(std::move(*ring));
    }
  }
  if (!is_whole) return std::nullopt;
  boost::geometry::validity_failure_type failure;
  if (!boost::geometry::is_valid(to_flat(polygon), failure)) {
    fault("ring_crosses_itself");
    return std::nullopt;
  }
  return polygon;
}

void Reader::read_geometry(const json::object& geometry, Feature& into) {
  const auto type = text_of(geometry, "type");
  const auto* coordinates = geometry.if_contains("coordinates");
  if (type != "Polygon" && type != "MultiPolygon" && type != "Point") return fault("unknown_geometry");
  if (coordinates == nullptr) return fault("no_geometry");
  if (type == "Point") {
    into.point = read_position(*coordinates);
  } else if (type == "Polygon") {
    if (auto polygon = read_polygon(*coordinates)) into.shape.push_back(std::move(*polygon));
  } else {
    const auto* polygons = coordinates->if_array();
    if (polygons == nullptr || polygons->empty()) return fault("not_a_ring");
    for (const auto& each : *polygons)
      if (auto polygon = read_polygon(each)) into.shape.push_back(std::move(*polygon));
  }
}

std::optional<std::string> as_text(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_bool() || value.is_number()) return json::serialize(value);
  return std::nullopt;
}

void Reader::read_properties(const json::object& feature, Feature& into) {
  if (const auto* id = feature.if_contains("id"))
    if (auto text = as_text(*id)) into.properties.emplace("id", std::move(*text));
  const auto* properties = feature.if_contains("properties");
  if (properties == nullptr || !properties->is_object()) return;
  for (const auto& [name, value] : properties->get_object())
    if (auto text = as_text(value)) into.properties.insert_or_assign(std::string(name), std::move(*text));
}

void Reader::read_feature(const json::value& value) {
  const auto* feature = value.if_object();
  if (feature == nullptr || text_of(*feature, "type") != "Feature") return fault("not_a_feature");
  const auto* geometry = feature->if_contains("geometry");
  if (geometry == nullptr || !geometry->is_object()) return fault("no_geometry");
  Feature read;
  read_properties(*feature, read);
  read_geometry(geometry->get_object(), read);
  features_.push_back(std::move(read));
}

Result<std::vector<Feature>, std::vector<GeoJsonFault>> Reader::read(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // some programs write a byte order mark
  boost::system::error_code error;
  const json::value root = json::parse(json::string_view(text.data(), text.size()), error);
  if (error) {
    fault("not_json");
    return std::unexpected(faults_);
  }
  const auto* object = root.if_object();
  const auto* features = object != nullptr ? object->if_contains("features") : nullptr;
  if (object == nullptr || text_of(*object, "type") != "FeatureCollection" || features == nullptr ||
      !features->is_array()) {
    fault("not_a_collection");
    return std::unexpected(faults_);
  }
  read_system(*object);
  if (features->get_array().empty()) fault("empty");
  for (const auto& feature : features->get_array()) {
    ++number_;
    read_feature(feature);
  }
  if (!faults_.empty()) return std::unexpected(std::move(faults_));
  return std::move(features_);
}

void write_ring(std::string& out, const Ring& ring, int decimals) {
  out += '[';
  for (std::size_t i = 0; i < ring.size(); ++i)
    fmt::format_to(std::back_inserter(out), "{}[{:.{}f},{:.{}f}]", i == 0 ? "" : ",", ring[i].longitude,
                   decimals, ring[i].latitude, decimals);
  out += ']';
}

void write_polygon(std::string& out, const Polygon& polygon, int decimals) {
  out += '[';
  write_ring(out, polygon.outer, decimals);
  for (const auto& hole : polygon.holes) {
    out += ',';
    write_ring(out, hole, decimals);
  }
  out += ']';
}

Ring stored_ring(const json::value& value) {
  Ring ring;
  for (const auto& position : value.as_array())
    ring.push_back(
        {position.as_array().at(0).to_number<double>(), position.as_array().at(1).to_number<double>()});
  return ring;
}

Polygon stored_polygon(const json::value& value) {
  const auto& rings = value.as_array();
  Polygon polygon{stored_ring(rings.at(0)), {}};
  for (std::size_t i = 1; i < rings.size(); ++i) polygon.holes.push_back(stored_ring(rings[i]));
  return polygon;
}

}  // namespace

Result<std::vector<Feature>, std::vector<GeoJsonFault>> read_geojson(std::string_view text) {
  return Reader().read(text);
}

std::string to_geojson(const MultiPolygon& shape, int decimals) {
  if (shape.size() == 1) {
    std::string out = R"({"type":"Polygon","coordinates":)";
    write_polygon(out, shape.front(), decimals);
    return out + '}';
  }
  std::string out = R"({"type":"MultiPolygon","coordinates":[)";
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (i != 0) out += ',';
    write_polygon(out, shape[i], decimals);
  }
  return out + "]}";
}

MultiPolygon shape_from_geojson(std::string_view geometry) {
  try {
    const json::value value = json::parse(json::string_view(geometry.data(), geometry.size()));
    const auto& coordinates = value.as_object().at("coordinates");
    MultiPolygon shape;
    if (value.as_object().at("type").as_string() == "Polygon") {
      shape.push_back(stored_polygon(coordinates));
    } else {
      for (const auto& polygon : coordinates.as_array()) shape.push_back(stored_polygon(polygon));
    }
    return shape;
  } catch (const std::exception& broken) {
    throw Failure(std::string("geo: a stored border cannot be read: ") + broken.what());
  }
}

}  // namespace wijktafel::geo
