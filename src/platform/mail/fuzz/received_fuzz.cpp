// Any bytes as a mail that came in, and as HTML in one: tidy text within the limits, or nothing.
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "platform/mail/mail.hpp"
#include "platform/mail/received.hpp"

namespace {

using namespace wijktafel;

bool is_line(std::string_view text) {
  return is_utf8(text) && text.find_first_of("\r\n") == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (const auto mail = mail::read_received(input)) {
    promise(mail::is_address(mail->from_address) && mail->attachments.size() <= mail::attachments_most);
    promise(is_line(mail->subject) && is_line(mail->from_name) && is_line(mail->message_id));
    promise(is_utf8(mail->text) && length(mail->text) <= mail::received_text_most);
    for (const auto& address : mail->to) promise(mail::is_address(address));
    for (const auto& attachment : mail->attachments)
      promise(is_line(attachment.name) && is_line(attachment.type));
  }
  promise(is_utf8(mail::text_of_html(input)));
  return 0;
}
