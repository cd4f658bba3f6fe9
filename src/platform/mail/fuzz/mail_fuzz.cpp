// Any bytes as an address, a name and a subject: an accepted address is one line of plain letters, and
// nothing that was typed becomes a header of a mail.
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "platform/mail/encoding.hpp"
#include "platform/mail/mail.hpp"

namespace {

using namespace wijktafel;

// A line end in a header stands only before a space: a folded line, not a new header.
void promise_one_header(std::string_view value) {
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    promise(c != '\0' && c < 0x7F);
    if (c == '\r') promise(value.substr(i, 3) == "\r\n ");
    if (c == '\n') promise(i > 0 && value[i - 1] == '\r');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (mail::is_address(input)) {
    promise(input.size() <= 254 && input.find('@') != std::string_view::npos);
    for (const char c : input) promise(c > ' ' && c < 0x7F && c != '<' && c != '>' && c != ',' && c != '"');
  }
  const auto line = std::min(input.find('\n'), input.size());
  promise_one_header(mail::header_text(input));
  promise_one_header(mail::display_name(input));
  for (const char c : mail::plain_id(input)) promise(c > ' ' && c < 0x7F && c != '/' && c != '<' && c != '>');
  const auto body = mail::quoted_printable(input.substr(line));
  for (const auto each : split(body, '\n')) promise(each.size() <= 77);
  return 0;
}
