#include <algorithm>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>

#include "platform/geo/boost_shapes.hpp"

namespace wijktafel::geo {

namespace bg = boost::geometry;

FlatPolygon to_flat(const Polygon& polygon) {
  FlatPolygon flat;
  const auto copy = [](const Ring& from, FlatPolygon::ring_type& to) {
    to.reserve(from.size());
    for (const auto& point : from) to.emplace_back(point.longitude, point.latitude);
  };
  copy(polygon.outer, flat.outer());
  flat.inners().resize(polygon.holes.size());
  for (std::size_t i = 0; i < polygon.holes.size(); ++i) copy(polygon.holes[i], flat.inners()[i]);
  bg::correct(flat);
  return flat;
}

FlatShape to_flat(const MultiPolygon& shape) {
  FlatShape flat;
  flat.reserve(shape.size());
  for (const auto& polygon : shape) flat.push_back(to_flat(polygon));
  return flat;
}

MultiPolygon from_flat(const FlatShape& shape) {
  const auto copy = [](const FlatPolygon::ring_type& from) {
    Ring ring;
    ring.reserve(from.size());
    for (const auto& point : from) ring.push_back({point.x(), point.y()});
    return ring;
  };
  MultiPolygon result;
  for (const auto& flat : shape) {
    Polygon polygon{copy(flat.outer()), {}};
    for (const auto& hole : flat.inners()) polygon.holes.push_back(copy(hole));
    result.push_back(std::move(polygon));
  }
  return result;
}

double signed_area2(const Ring& ring) {
  // Relative to the first point: degrees around 52 would lose digits to cancellation.
  double sum = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    sum += (ring[i].longitude - ring[0].longitude) * (ring[i + 1].latitude - ring[0].latitude) -
           (ring[i + 1].longitude - ring[0].longitude) * (ring[i].latitude - ring[0].latitude);
  return sum;
}

Box bounds(const MultiPolygon& shape) {
  WIJKTAFEL_ASSERT(!shape.empty() && !shape.front().outer.empty(), "a shape has at least one ring");
  const Point first = shape.front().outer.front();
  Box box{first.longitude, first.latitude, first.longitude, first.latitude};
  for (const auto& polygon : shape) {
    for (const auto& point : polygon.outer) {
      box.west = std::min(box.west, point.longitude);
      box.east = std::max(box.east, point.longitude);
      box.south = std::min(box.south, point.latitude);
      box.north = std::max(box.north, point.latitude);
    }
  }
  return box;
}

bool contains(const MultiPolygon& shape, Point point) {
  return bg::covered_by(FlatPoint(point.longitude, point.latitude), to_flat(shape));
}

// The middle of the longest stretch of a polygon on its middle latitude. The average of its corners may lie
// outside a bent neighbourhood; this never does.
Point centre(const MultiPolygon& shape) {
  const auto& largest = *std::ranges::max_element(
      shape, {}, [](const Polygon& polygon) { return std::abs(signed_area2(polygon.outer)); });
  const Box box = bounds({largest});
  const double height = box.north - box.south;
  Point best{(box.west + box.east) / 2, (box.south + box.north) / 2};
  double best_length = -1;
  // A little off the middle as well: a latitude that runs exactly through a corner can be counted wrongly.
  for (const double share : {0.5, 0.47, 0.53, 0.4, 0.6}) {
    const double latitude = box.south + share * height;
    std::vector<double> crossings;
    const auto cross = [&](const Ring& ring) {
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[i + 1];
        if ((a.latitude > latitude) == (b.latitude > latitude)) continue;
        crossings.push_back(a.longitude + (latitude - a.latitude) / (b.latitude - a.latitude) *
                                              (b.longitude - a.longitude));
      }
    };
    cross(largest.outer);
    for (const auto& hole : largest.holes) cross(hole);
    std::ranges::sort(crossings);
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      // The middle latitude is preferred; another must be clearly roomier.
      const double length = (crossings[i + 1] - crossings[i]) * (share == 0.5 ? 1.3 : 1.0);
      if (length > best_length) {
        best_length = length;
        best = {(crossings[i] + crossings[i + 1]) / 2, latitude};
      }
    }
  }
  return best;
}

double area_km2(const MultiPolygon& shape) {
  double square_degrees = 0;
  for (const auto& polygon : shape) {
    square_degrees += std::abs(signed_area2(polygon.outer)) / 2;
    for (const auto& hole : polygon.holes) square_degrees -= std::abs(signed_area2(hole)) / 2;
  }
  if (shape.empty()) return 0;
  const Box box = bounds(shape);
  const auto scale = scale_at((box.south + box.north) / 2);
  return square_degrees * scale.per_longitude_degree * scale.per_latitude_degree / 1e6;
}

struct ShapeIndex::Impl {
  using Entry = std::pair<FlatBox, std::size_t>;
  std::vector<std::pair<std::string, FlatShape>> shapes;
  bg::index::rtree<Entry, bg::index::rstar<16>> tree;
};

ShapeIndex::ShapeIndex(std::vector<std::pair<std::string, MultiPolygon>> shapes)
    : impl_(std::make_unique<Impl>()) {
  std::vector<Impl::Entry> entries;
  for (auto& [key, shape] : shapes) {
    if (shape.empty()) continue;
    const Box box = bounds(shape);
    entries.emplace_back(FlatBox({box.west, box.south}, {box.east, box.north}), impl_->shapes.size());
    impl_->shapes.emplace_back(std::move(key), to_flat(shape));
  }
  impl_->tree = decltype(impl_->tree)(entries);
}

ShapeIndex::~ShapeIndex() = default;

std::optional<std::string> ShapeIndex::find(Point point) const {
  const FlatPoint flat(point.longitude, point.latitude);
  std::vector<Impl::Entry> near;
  impl_->tree.query(bg::index::intersects(flat), std::back_inserter(near));
  // A point on a shared border lies in both: the first as they were given, always the same one.
  std::ranges::sort(near, {}, &Impl::Entry::second);
  for (const auto& [box, number] : near)
    if (bg::covered_by(flat, impl_->shapes[number].second)) return impl_->shapes[number].first;
  return std::nullopt;
}

}  // namespace wijktafel::geo
