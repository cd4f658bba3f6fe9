#include <algorithm>

#include "base/text.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::mail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c); }

// RFC 5321 Dot-string. A quoted local part is allowed there too, but nobody has one and much software breaks
// on it.
bool is_local_part(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";
  return std::ranges::all_of(split(text, '.'), [&](std::string_view atom) {
    return !atom.empty() && std::ranges::all_of(atom, [&](char c) {
      return is_letter_or_digit(c) || others.find(c) != std::string_view::npos;
    });
  });
}

// A name with a dot, or localhost for a trial at home. Not an address in brackets.
bool is_domain(std::string_view text) {
  if (text == "localhost") return true;
  const auto labels = split(text, '.');
  if (labels.size() < 2 || std::ranges::all_of(labels.back(), is_digit)) return false;
  return std::ranges::all_of(labels, [](std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; });
  });
}

}  // namespace

bool is_address(std::string_view text) {
  const auto at = text.rfind('@');
  return at != std::string_view::npos && text.size() <= 254 && is_local_part(text.substr(0, at)) &&
         is_domain(text.substr(at + 1));
}

}  // namespace wijktafel::mail
