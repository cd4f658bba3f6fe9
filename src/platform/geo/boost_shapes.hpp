// Our plain shapes as Boost.Geometry's and back. Degrees are taken as a flat plane: neighbourhoods are small,
// and whether a point lies inside does not change by stretching. Only included by .cpp files of this folder.
#pragma once

#include <boost/geometry/core/cs.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include "platform/geo/geometry.hpp"

namespace wijktafel::geo {

using FlatPoint = boost::geometry::model::d2::point_xy<double>;
// Counter-clockwise and closed, as GeoJSON has it (RFC 7946).
using FlatPolygon = boost::geometry::model::polygon<FlatPoint, false, true>;
using FlatShape = boost::geometry::model::multi_polygon<FlatPolygon>;
using FlatBox = boost::geometry::model::box<FlatPoint>;

FlatPolygon to_flat(const Polygon& polygon);
FlatShape to_flat(const MultiPolygon& shape);  // rings turned the right way round
MultiPolygon from_flat(const FlatShape& shape);

// Metres per degree at a latitude, on the ellipsoid of WGS84.
struct Scale {
  double per_longitude_degree = 0;
  double per_latitude_degree = 0;
};
Scale scale_at(double latitude);

// Twice the signed area in square degrees; positive when counter-clockwise.
double signed_area2(const Ring& ring);

}  // namespace wijktafel::geo
