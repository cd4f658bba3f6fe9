// Any bytes as a file of borders: refused with a reason that has a sentence, or shapes inside the Netherlands
// that can be drawn, asked and kept.
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "platform/geo/geometry.hpp"

namespace {

using namespace wijktafel;

void check(const geo::MultiPolygon& shape) {
  const auto box = geo::bounds(shape);
  promise(box.west > 2.5 && box.east < 8 && box.south > 50 && box.north < 54.5);
  const auto text = geo::to_geojson(shape, 12);
  const auto again = geo::shape_from_geojson(text);
  promise(again.size() == shape.size());
  promise(std::isfinite(geo::area_km2(shape)));
  const auto middle = geo::centre(shape);
  promise(std::isfinite(middle.longitude) && std::isfinite(middle.latitude));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = geo::read_geojson({reinterpret_cast<const char*>(data), size});
  if (!read) {
    promise(!read.error().empty());
    for (const auto& fault : read.error()) promise(!fault.reason.empty());
    return 0;
  }
  promise(!read->empty());
  for (const auto& feature : *read) {
    promise(feature.point.has_value() || !feature.shape.empty());
    if (!feature.shape.empty()) check(feature.shape);
  }
  return 0;
}
