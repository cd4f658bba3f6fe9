#include "app/security_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/result.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::app {
namespace {

// "It is RECOMMENDED that the value of this field be less than a year into the future" (RFC 9116, 2.5.5).
// Half a year says that somebody still looks after this server; it moves on by itself every day.
constexpr std::chrono::days valid_for{180};

// One line of a text file; a line end would begin another field.
bool is_one_word(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte >= 0x7F;
  });
}

std::string as_address(std::string_view contact) {
  if (contact.empty()) return {};
  constexpr std::array<std::string_view, 3> schemes = {"https://", "mailto:", "tel:"};
  const bool is_whole = std::ranges::any_of(schemes, [&](std::string_view scheme) {
    return contact.starts_with(scheme) && contact.size() > scheme.size();
  });
  if (is_whole && is_one_word(contact)) return std::string(contact);
  if (mail::is_address(contact)) return fmt::format("mailto:{}", contact);
  throw Failure("--security-contact wants a mail address, or an address that begins with https:// or tel:");
}

}  // namespace

SecurityText::SecurityText(std::string_view contact, std::string_view base_url)
    : contact_(as_address(contact)), base_url_(base_url) {}

std::optional<http::Response> SecurityText::answer(std::string_view path, Instant now) const {
  if (contact_.empty() || !is_path(path)) return std::nullopt;
  // By the day, so that everybody who asks today reads the same.
  const Instant expires = std::chrono::floor<std::chrono::days>(now) + valid_for;
  auto response =
      http::text_response(fmt::format("Contact: {}\nExpires: {}\nPreferred-Languages: nl, en\n"
                                      "Canonical: {}/.well-known/security.txt\n",
                                      contact_, iso_instant(expires), base_url_));
  response.set("Cache-Control", "public, max-age=86400");
  return response;
}

}  // namespace wijktafel::app
