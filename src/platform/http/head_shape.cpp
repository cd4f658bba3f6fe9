#include "platform/http/head_shape.hpp"

#include <algorithm>

namespace wijktafel::http {
namespace {

constexpr std::string_view line_end = "\r\n";

bool has_bare_line_feed(std::string_view bytes) {
  for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
    if (at == 0 || bytes[at - 1] != '\r') return true;
  return false;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "HTTP/1.1", and also those that we do not speak.
bool is_version(std::string_view word) {
  return word.size() == 8 && word.starts_with("HTTP/") && is_digit(word[5]) && word[6] == '.' &&
         is_digit(word[7]);
}

// Anything that is not printed begins no method.
bool begins_a_word(std::string_view bytes) { return bytes.empty() || (bytes[0] > ' ' && bytes[0] < 0x7F); }

}  // namespace

std::optional<int> fault_of_shape(std::string_view bytes) {
  if (!begins_a_word(bytes) && bytes != "\r") return 400;
  if (has_bare_line_feed(bytes)) return 400;
  const auto end = bytes.find(line_end);
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = bytes.substr(0, end);
  const auto last_space = line.rfind(' ');
  if (std::ranges::count(line, ' ') != 2 || !is_version(line.substr(last_space + 1))) return 400;
  const auto version = line.substr(last_space + 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return 505;
  return std::nullopt;
}

int fault_of_size(std::string_view bytes, std::size_t limit) {
  return bytes.substr(0, limit).find(line_end) == std::string_view::npos ? 414 : 431;
}

}  // namespace wijktafel::http
