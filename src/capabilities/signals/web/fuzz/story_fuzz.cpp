// Any bytes as the section "signals" of an exchange file: the reader refuses with a Failure that names the
// record, or gives values. What a step does with them afterwards needs a database and has tests.
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/result.hpp"
#include "capabilities/signals/web/story.hpp"

namespace {

using namespace wijktafel;

template <class Ask>
void ask(Ask&& question) {
  try {
    question();
  } catch (const Failure& failure) {
    promise(*failure.what() != '\0');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  boost::system::error_code error;
  const auto section = boost::json::parse({reinterpret_cast<const char*>(data), size}, error);
  if (error) return 0;
  ask([&] { promise(!signals::read_story(section).key().empty()); });
  if (!section.is_array()) return 0;
  for (const auto& entry : section.get_array())
    ask([&] { promise(!signals::read_story(entry).key().empty()); });
  return 0;
}
