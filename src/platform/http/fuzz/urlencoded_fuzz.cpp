// Any bytes as an ordinary form (application/x-www-form-urlencoded) and as a query: what is read is text
// within the limits, and a value that is written again reads the same.
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "platform/http/form_body.hpp"

namespace {

using namespace wijktafel;

void promise_text(const http::Pairs& pairs) {
  for (const auto& [name, value] : pairs) {
    promise(is_utf8(name) && is_utf8(value));
    promise(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const http::FormLimits limits{.fields = 5, .files = 3, .name_bytes = 20, .part_header_bytes = 200};
  promise_text(http::parse_query(input));
  const auto form = http::decode_form("application/x-www-form-urlencoded", input, limits);
  if (!form) return 0;
  promise(form->files.empty() && form->fields.size() <= limits.fields);
  promise_text(form->fields);
  for (const auto& [name, value] : form->fields) {
    promise(name.size() <= limits.name_bytes && value.size() <= input.size());
    promise(http::percent_decoded(http::percent_encoded(value), true) == value);
  }
  return 0;
}
