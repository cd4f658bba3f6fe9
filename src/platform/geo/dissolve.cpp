// The outline of areas that share borders. Borders of one map share their edges exactly: an inner edge is
// walked once in each direction and falls away, what is left is the outline. Where a corner of one area lies
// on the edge of another (borders of two maps) that does not hold, and the slower union of Boost.Geometry is
// asked.
#include <algorithm>
#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/algorithms/union.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <map>
#include <numbers>

#include "platform/geo/boost_shapes.hpp"

namespace wijktafel::geo {
namespace {

struct WestToEast {
  bool operator()(const Point& left, const Point& right) const {
    return std::pair(left.longitude, left.latitude) < std::pair(right.longitude, right.latitude);
  }
};
// From each corner, the corners that an edge leads to. The area lies on the left of every edge.
using Edges = std::multimap<Point, Point, WestToEast>;

void add_ring(const Ring& ring, bool counter_clockwise, Edges& edges) {
  const bool as_it_is = (signed_area2(ring) > 0) == counter_clockwise;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const Point& from = as_it_is ? ring[i] : ring[i + 1];
    const Point& to = as_it_is ? ring[i + 1] : ring[i];
    if (from == to) continue;
    const auto [begin, end] = edges.equal_range(to);
    const auto opposite = std::find_if(begin, end, [&](const auto& edge) { return edge.second == from; });
    if (opposite != end) {
      edges.erase(opposite);
    } else {
      edges.emplace(from, to);
    }
  }
}

double turn(Point from, Point via, Point to) {
  const double back = std::atan2(from.latitude - via.latitude, from.longitude - via.longitude);
  const double on = std::atan2(to.latitude - via.latitude, to.longitude - via.longitude);
  const double clockwise = back - on;
  return clockwise > 0 ? clockwise : clockwise + 2 * std::numbers::pi;
}

// The next edge is the first one clockwise from where we came: it closes the wedge of area on our left.
Edges::iterator next_edge(Edges& edges, Point from, Point via) {
  const auto [begin, end] = edges.equal_range(via);
  return std::min_element(begin, end, [&](const auto& one, const auto& other) {
    return turn(from, via, one.second) < turn(from, via, other.second);
  });
}

// Simple closed rings; nothing when an edge leads nowhere.
std::optional<std::vector<Ring>> rings_of(Edges edges) {
  std::vector<Ring> rings;
  while (!edges.empty()) {
    Ring path{edges.begin()->first, edges.begin()->second};
    edges.erase(edges.begin());
    while (!path.empty()) {
      // A corner met for the second time: what lies between is a ring of its own.
      const auto met = std::find(path.begin(), path.end() - 1, path.back());
      if (met != path.end() - 1) {
        rings.emplace_back(met, path.end());
        path.erase(met + 1, path.end());
        if (path.size() == 1) break;
        continue;
      }
      const auto next = next_edge(edges, path[path.size() - 2], path.back());
      if (next == edges.end() || !(next->first == path.back())) return std::nullopt;
      path.push_back(next->second);
      edges.erase(next);
    }
  }
  return rings;
}

MultiPolygon with_holes(std::vector<Ring> rings) {
  MultiPolygon shape;
  std::vector<Ring> holes;
  for (auto& ring : rings) {
    if (signed_area2(ring) > 0) {
      shape.push_back({std::move(ring), {}});
    } else {
      holes.push_back(std::move(ring));
    }
  }
  for (auto& hole : holes) {
    // The smallest outline around it; a point inside the hole, because a corner of it may touch the outline.
    const Point inside = centre({{hole, {}}});
    Polygon* owner = nullptr;
    for (auto& polygon : shape) {
      if (!contains({{polygon.outer, {}}}, inside)) continue;
      if (owner == nullptr || signed_area2(polygon.outer) < signed_area2(owner->outer)) owner = &polygon;
    }
    if (owner != nullptr) owner->holes.push_back(std::move(hole));
  }
  return shape;
}

bool lies_on(Point corner, Point from, Point to) {
  constexpr double tolerance = 1e-8;  // degrees: a millimetre
  const double along_x = to.longitude - from.longitude;
  const double along_y = to.latitude - from.latitude;
  const double length = std::hypot(along_x, along_y);
  const double x = corner.longitude - from.longitude;
  const double y = corner.latitude - from.latitude;
  const double share = (x * along_x + y * along_y) / (length * length);
  return share > 0 && share < 1 && std::abs(x * along_y - y * along_x) / length < tolerance &&
         !(corner == from) && !(corner == to);
}

bool corner_on_an_edge(const Edges& edges) {
  return std::ranges::any_of(edges, [&](const auto& edge) {
    return std::ranges::any_of(
        edges, [&](const auto& other) { return lies_on(other.first, edge.first, edge.second); });
  });
}

MultiPolygon united(const std::vector<MultiPolygon>& shapes) {
  FlatShape sum;
  for (const auto& shape : shapes) {
    FlatShape next;
    boost::geometry::union_(sum, to_flat(shape), next);
    sum = std::move(next);
  }
  return from_flat(sum);
}

}  // namespace

MultiPolygon dissolve(const std::vector<MultiPolygon>& shapes) {
  Edges edges;
  for (const auto& shape : shapes) {
    for (const auto& polygon : shape) {
      add_ring(polygon.outer, true, edges);
      for (const auto& hole : polygon.holes) add_ring(hole, false, edges);
    }
  }
  if (!corner_on_an_edge(edges)) {
    if (auto rings = rings_of(std::move(edges))) {
      auto outline = with_holes(std::move(*rings));
      if (boost::geometry::is_valid(to_flat(outline))) return outline;
    }
  }
  return united(shapes);
}

}  // namespace wijktafel::geo
