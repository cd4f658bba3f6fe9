#include "base/text.hpp"

#include <cstdint>

namespace wijktafel {
namespace {

// The length in bytes of the code point that starts here, or 0 when it is not valid UTF-8 (RFC 3629).
std::size_t valid_sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!continues(1) || !continues(2)) return 0;
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!continues(1) || !continues(2) || !continues(3)) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

// The plain letter for the two-byte Latin letters (U+00C0 to U+017F) that occur in Dutch place names.
char plain_letter(unsigned code_point) {
  static constexpr std::string_view latin1 =
      "aaaaaaaceeeeiiiidnooooo-ouuuuypsaaaaaaaceeeeiiiidnooooo-ouuuuypy";  // U+00C0 .. U+00FF
  if (code_point >= 0xC0 && code_point <= 0xFF) return latin1[code_point - 0xC0];
  return '-';
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto bytes = valid_sequence(text);
    if (bytes == 0) return false;
    text.remove_prefix(bytes);
  }
  return true;
}

std::size_t length(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
  return count;
}

std::string_view first(std::string_view utf8, std::size_t count) {
  std::size_t at = 0;
  while (at < utf8.size()) {
    if ((static_cast<std::uint8_t>(utf8[at]) & 0xC0) != 0x80) {
      if (count == 0) return utf8.substr(0, at);
      --count;
    }
    ++at;
  }
  return utf8;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string tidy(std::string_view typed) {
  std::string result;
  result.reserve(typed.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char c = typed[i];
    if (c == '\r') {
      if (i + 1 >= typed.size() || typed[i + 1] != '\n') result += '\n';
    } else if (c == '\n' || c == '\t' || static_cast<std::uint8_t>(c) >= 0x20) {
      if (c != 0x7F) result += c;
    }
  }
  return std::string(trimmed(result));
}

std::string first_words(std::string_view text, std::size_t count) {
  std::string line;
  for (const char c : trimmed(text)) {
    const bool space = is_space(c);
    if (space && (line.empty() || line.back() == ' ')) continue;
    line += space ? ' ' : c;
  }
  if (length(line) <= count) return line;
  std::string_view cut = first(line, count - 1);
  if (const auto space = cut.rfind(' '); space != std::string_view::npos && space > cut.size() / 2)
    cut = cut.substr(0, space);
  return std::string(trimmed(cut)) + "…";
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  while (true) {
    const auto end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && lower_ascii(text.substr(0, prefix.size())) == lower_ascii(prefix);
}

std::string slug(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(name[i]);
    char c = '-';
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      c = name[i];
    } else if (byte >= 'A' && byte <= 'Z') {
      c = static_cast<char>(byte - 'A' + 'a');
    } else if (byte >= 0xC2 && byte <= 0xC3 && i + 1 < name.size()) {
      c = plain_letter(((byte & 0x1Fu) << 6) | (static_cast<std::uint8_t>(name[++i]) & 0x3Fu));
    } else if (byte == '.' || byte == '\'') {
      continue;
    }
    if (c == '-' && (result.empty() || result.back() == '-')) continue;
    result += c;
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

}  // namespace wijktafel
