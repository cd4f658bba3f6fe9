// Any bytes as a walk of an exchange file: the reader refuses with a Failure that names it, or gives a walk.
#include <boost/json.hpp>

#include "base/fuzz/json_entries.hpp"
#include "base/fuzz/promise.hpp"
#include "capabilities/walks/web/story.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijktafel;
  try_entries(data, size, [](const boost::json::value& entry) {
    const auto walk = walks::read_story(entry);
    promise(!walk.key.empty() && !walk.area.empty() && !walk.meeting_place.empty());
    for (const auto& point : walk.points) promise(!point.form.point.text.empty() && walk.held);
  });
  return 0;
}
