// Any bytes as a walk of an exchange file: the reader refuses with a Failure that names it, or gives a walk.
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/result.hpp"
#include "capabilities/walks/web/story.hpp"

namespace {

using namespace wijktafel;

void read(const boost::json::value& entry) {
  try {
    const auto walk = walks::read_story(entry);
    promise(!walk.key.empty() && !walk.area.empty() && !walk.meeting_place.empty());
    for (const auto& point : walk.points) promise(!point.form.point.text.empty() && walk.held);
  } catch (const Failure& failure) {
    promise(*failure.what() != '\0');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  boost::system::error_code error;
  const auto section = boost::json::parse({reinterpret_cast<const char*>(data), size}, error);
  if (error) return 0;
  read(section);
  if (!section.is_array()) return 0;
  for (const auto& entry : section.get_array()) read(entry);
  return 0;
}
