#include "platform/mail/encoding.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

#include "base/text.hpp"

namespace wijktafel::mail {
namespace {

// A line with an encoded word is at most 76 characters (RFC 2047), the name of the header among them.
constexpr std::size_t longest_word = 64;
constexpr std::size_t longest_plain_value = 65;

std::uint8_t byte(char c) { return static_cast<std::uint8_t>(c); }
bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : trimmed(text)) {
    const bool is_control = byte(c) < 0x20 || byte(c) == 0x7F;
    if (is_control && !line.empty() && line.back() == ' ') continue;
    line += is_control ? ' ' : c;
  }
  return line;
}

bool is_plain(std::string_view line) {
  return line.size() <= longest_plain_value && line.find("=?") == std::string_view::npos &&
         std::ranges::all_of(line, [](char c) { return byte(c) >= 0x20 && byte(c) < 0x7F; });
}

// The Q encoding of one character, safe in a phrase too (RFC 2047, 5 (3)).
std::string q_encoded(std::string_view character) {
  std::string result;
  for (const char c : character) {
    if (is_letter_or_digit(c))
      result += c;
    else if (c == ' ')
      result += '_';
    else
      result += fmt::format("={:02X}", byte(c));
  }
  return result;
}

std::string encoded_words(std::string_view line) {
  constexpr std::string_view begin = "=?utf-8?Q?";
  constexpr std::string_view end = "?=";
  std::string result(begin);
  std::size_t width = begin.size() + end.size();
  while (!line.empty()) {
    const auto character = first(line, 1);  // a character is never cut in two
    const auto encoded = q_encoded(character);
    if (width + encoded.size() > longest_word) {
      result += std::string(end) + "\r\n " + std::string(begin);
      width = begin.size() + end.size();
    }
    result += encoded;
    width += encoded.size();
    line.remove_prefix(character.size());
  }
  return result + std::string(end);
}

}  // namespace

std::string quoted_printable(std::string_view text) {
  constexpr std::size_t longest_line = 75;  // and the = of a soft line end
  std::string result;
  std::size_t width = 0;
  const auto put = [&](std::string_view piece) {
    if (width + piece.size() > longest_line) {
      result += "=\r\n";
      width = 0;
    }
    result += piece;
    width += piece.size();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\n';
    if (c == '\r' && next == '\n' && i + 1 < text.size()) continue;
    if (c == '\n' || c == '\r') {
      result += "\r\n";
      width = 0;
    } else if ((c == ' ' || c == '\t') && next != '\n' && next != '\r') {
      put({&c, 1});
    } else if (c > ' ' && c <= '~' && c != '=') {
      put({&c, 1});
    } else {
      put(fmt::format("={:02X}", byte(c)));
    }
  }
  return result;
}

std::string header_text(std::string_view text) {
  const auto line = on_one_line(text);
  return is_plain(line) ? line : encoded_words(line);
}

std::string display_name(std::string_view name) {
  const auto line = on_one_line(name);
  if (!is_plain(line)) return encoded_words(line);
  if (std::ranges::all_of(line, [](char c) { return is_letter_or_digit(c) || c == ' ' || c == '-'; }))
    return line;
  std::string quoted = "\"";
  for (const char c : line) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

std::string plain_id(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_letter_or_digit(c) || c == '_' || c == '-' ||
        (c == '.' && !result.empty() && result.back() != '.'))
      result += c;
    else
      result += fmt::format("={:02X}", byte(c));
  }
  if (!result.empty() && result.back() == '.') result.replace(result.size() - 1, 1, "=2E");
  return result;
}

}  // namespace wijktafel::mail
