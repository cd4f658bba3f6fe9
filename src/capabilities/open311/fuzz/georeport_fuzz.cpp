// Any bytes as a file with requests of another system: when it is a JSON list, each element has the line on
// which it begins.
#include <algorithm>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "capabilities/open311/georeport_lines.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijktafel;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  boost::system::error_code error;
  const auto file = boost::json::parse(text, error);
  if (error || !file.is_array()) return 0;
  const auto lines = open311::lines_of_elements(text);
  promise(lines.size() == file.get_array().size());
  promise(std::ranges::is_sorted(lines));
  const auto last = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  promise(lines.empty() || (lines.front() >= 1 && lines.back() <= last));
  return 0;
}
