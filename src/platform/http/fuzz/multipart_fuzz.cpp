// Any bytes as a form with files (multipart/form-data): read or refused, and what is read keeps the promises
// of form_body.hpp.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "platform/http/form_body.hpp"

namespace {

using namespace wijktafel;

void check(std::string_view type, std::string_view body) {
  const http::FormLimits limits{.fields = 5, .files = 3, .name_bytes = 20, .part_header_bytes = 200};
  const auto form = http::decode_form(type, body, limits);
  if (!form) return;
  promise(form->fields.size() <= limits.fields && form->files.size() <= limits.files);
  std::size_t bytes = 0;
  for (const auto& [name, value] : form->fields) {
    promise(name.size() <= limits.name_bytes && is_utf8(name) && is_utf8(value));
    promise(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos);
    bytes += name.size() + value.size();
  }
  for (const auto& file : form->files) {
    promise(is_utf8(file.name) && is_utf8(file.content_type));
    bytes += file.field.size() + file.name.size() + file.content_type.size() + file.bytes.size();
  }
  promise(bytes <= body.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  check("multipart/form-data; boundary=X", input);
  // The content type is the sender's as well: up to the first line end.
  const auto line = std::min(input.find('\n'), input.size());
  check(std::string("multipart/form-data;") + std::string(input.substr(0, line)), input.substr(line));
  return 0;
}
