#include <array>
#include <fmt/format.h>

#include "base/result.hpp"
#include "platform/mail/encoding.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::mail {
namespace {

// "Thu, 3 Dec 2026 18:30:00 +0000" (RFC 5322, 3.3).
std::string date_header(Instant instant) {
  constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const Date date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(instant - day));
  return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::string mailbox(std::string_view address, std::string_view name) {
  // The address is in no text that is thrown: failures end up in logs.
  if (!is_address(address)) throw Failure("a mail has an address that cannot be used");
  if (name.empty()) return std::string(address);
  return display_name(name) + "\r\n <" + std::string(address) + ">";
}

std::string part(std::string_view type, std::string_view content) {
  return fmt::format(
      "Content-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n", type,
      quoted_printable(content));
}

}  // namespace

std::string composed(const Message& message, std::string_view from_address, std::string_view from_name) {
  std::string mail;
  const auto header = [&](std::string_view name, std::string_view value) {
    mail += fmt::format("{}: {}\r\n", name, value);
  };
  header("From", mailbox(from_address, from_name));
  header("To", mailbox(message.to_address, message.to_name));
  if (!message.reply_to.empty()) header("Reply-To", mailbox(message.reply_to, {}));
  header("Subject", header_text(message.subject));
  header("Date", date_header(message.date));
  if (message.message_id.empty()) throw Failure("a mail has no message id");
  header("Message-ID", fmt::format("<{}@{}>", plain_id(message.message_id),
                                   from_address.substr(from_address.rfind('@') + 1)));
  // So that holiday answers stay away (RFC 3834).
  header("Auto-Submitted", "auto-generated");
  header("MIME-Version", "1.0");
  if (message.html.empty()) return mail + part("text/plain", message.text);
  // In quoted-printable a = is followed by two digits or a line end, so that =_ cannot occur in a part.
  constexpr std::string_view boundary = "=_wijktafel";
  header("Content-Type", fmt::format("multipart/alternative; boundary=\"{}\"", boundary));
  mail += fmt::format("\r\n--{0}\r\n{1}--{0}\r\n{2}--{0}--\r\n", boundary, part("text/plain", message.text),
                      part("text/html", message.html));
  return mail;
}

}  // namespace wijktafel::mail
