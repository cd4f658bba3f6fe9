// Between WGS84 and RD New, and distances. PROJ knows the transformation; without the national grid file it
// is good to about 0.35 m here.
#include <cmath>
#include <numbers>
#include <proj.h>

#include "platform/geo/boost_shapes.hpp"
#include "platform/geo/geometry.hpp"

namespace wijktafel::geo {
namespace {

// A PROJ context may be used by one thread at a time, so each thread makes its own, once.
class RdTransformation {
 public:
  RdTransformation() : context_(proj_context_create()) {
    proj_context_set_enable_network(context_, 0);
    proj_log_level(context_, PJ_LOG_NONE);
    PJ* as_declared = proj_create_crs_to_crs(context_, "EPSG:28992", "EPSG:4326", nullptr);
    if (as_declared != nullptr) {
      // x and y, longitude and latitude: in this order whatever the register of EPSG says.
      transformation_ = proj_normalize_for_visualization(context_, as_declared);
      proj_destroy(as_declared);
    }
    if (transformation_ == nullptr) {
      proj_context_destroy(context_);
      throw Failure("geo: PROJ does not know RD New (EPSG:28992); is proj-data installed?");
    }
  }
  ~RdTransformation() {
    proj_destroy(transformation_);
    proj_context_destroy(context_);
  }
  RdTransformation(const RdTransformation&) = delete;
  RdTransformation& operator=(const RdTransformation&) = delete;

  std::array<double, 2> run(PJ_DIRECTION direction, double x, double y) const {
    const PJ_COORD result = proj_trans(transformation_, direction, proj_coord(x, y, 0, 0));
    return {result.xy.x, result.xy.y};
  }

 private:
  PJ_CONTEXT* context_;
  PJ* transformation_ = nullptr;
};

const RdTransformation& rd() {
  thread_local const RdTransformation transformation;
  return transformation;
}

}  // namespace

Point from_rd(double x_m, double y_m) {
  const auto [longitude, latitude] = rd().run(PJ_FWD, x_m, y_m);
  return {longitude, latitude};
}

std::array<double, 2> to_rd(Point point) { return rd().run(PJ_INV, point.longitude, point.latitude); }

Scale scale_at(double latitude) {
  constexpr double semi_major_axis_m = 6378137.0;
  constexpr double eccentricity2 = 6.69437999014e-3;
  constexpr double radian = std::numbers::pi / 180;
  const double sine = std::sin(latitude * radian);
  const double root = std::sqrt(1 - eccentricity2 * sine * sine);
  const double meridian_radius = semi_major_axis_m * (1 - eccentricity2) / (root * root * root);
  const double normal_radius = semi_major_axis_m / root;
  return {normal_radius * std::cos(latitude * radian) * radian, meridian_radius * radian};
}

// Pythagoras at the latitude between: for 10 km the fault is a few centimetres.
double distance_m(Point from, Point to) {
  const auto scale = scale_at((from.latitude + to.latitude) / 2);
  return std::hypot((to.longitude - from.longitude) * scale.per_longitude_degree,
                    (to.latitude - from.latitude) * scale.per_latitude_degree);
}

}  // namespace wijktafel::geo
