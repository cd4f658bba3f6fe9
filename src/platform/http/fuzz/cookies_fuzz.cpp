// Any bytes as the value of a Cookie header: names and values are pieces of it, without what would let one
// cookie become two.
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "platform/http/message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijktafel;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  std::size_t bytes = 0;
  for (const auto& [name, value] : http::parse_cookies(input)) {
    promise(name.find_first_of(";=") == std::string::npos && value.find(';') == std::string::npos);
    promise(input.find(name) != std::string_view::npos && input.find(value) != std::string_view::npos);
    bytes += name.size() + value.size();
  }
  promise(bytes <= input.size());
  return 0;
}
