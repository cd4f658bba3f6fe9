// Any bytes as the section "signals" of an exchange file: the reader refuses with a Failure that names the
// record, or gives values. What a step does with them afterwards needs a database and has tests.
#include <boost/json.hpp>

#include "base/fuzz/json_entries.hpp"
#include "base/fuzz/promise.hpp"
#include "capabilities/signals/web/story.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijktafel;
  try_entries(data, size,
              [](const boost::json::value& entry) { promise(!signals::read_story(entry).key().empty()); });
  return 0;
}
