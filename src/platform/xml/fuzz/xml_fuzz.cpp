// Any bytes as what another system answers: a tree within the limits, or nothing.
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "platform/xml/xml.hpp"

namespace {

using namespace wijktafel;

std::size_t elements_of(const xml::Element& element, std::size_t depth) {
  promise(depth <= xml::depth_most && element.name.find(':') == std::string::npos);
  std::size_t count = 1;
  for (const auto& child : element.children) count += elements_of(child, depth + 1);
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto root = xml::read({reinterpret_cast<const char*>(data), size}))
    promise(elements_of(*root, 1) <= xml::elements_most);
  return 0;
}
