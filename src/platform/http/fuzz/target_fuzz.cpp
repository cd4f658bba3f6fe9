// Any bytes as the target of a request: what is accepted is a path without traps.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "base/text.hpp"
#include "platform/http/target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijktafel;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto target = http::parse_target(input);
  if (!target) return 0;
  bool fine = target->path.starts_with('/') && is_utf8(target->path) && target->as_sent.starts_with('/');
  if (target->path != "/")
    for (const auto segment : split(std::string_view(target->path).substr(1), '/'))
      fine = fine && !segment.empty() && segment != "." && segment != ".." &&
             segment.find('\\') == std::string_view::npos;
  for (const char c : target->path) fine = fine && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
  for (const auto& [name, value] : http::parse_query(target->query))
    fine = fine && is_utf8(name) && is_utf8(value);
  if (!fine) std::abort();
  return 0;
}
