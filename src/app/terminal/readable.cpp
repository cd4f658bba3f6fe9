#include "app/terminal/readable.hpp"

#include <algorithm>
#include <cstdint>

#include "base/text.hpp"

namespace wijktafel::app {
namespace {

// The bytes of the letter that `text` begins with; 0 when it is none.
std::size_t letter_bytes(std::string_view text) {
  for (std::size_t bytes = 1; bytes <= 4 && bytes <= text.size(); ++bytes)
    if (is_utf8(text.substr(0, bytes))) return bytes;
  return 0;
}

// Those of ASCII, and those of two bytes from U+0080 to U+009F.
bool is_control(std::string_view letter) {
  const auto first = static_cast<std::uint8_t>(letter[0]);
  if (letter.size() == 1) return (first < 0x20 && letter[0] != '\n' && letter[0] != '\t') || first == 0x7F;
  return first == 0xC2 && static_cast<std::uint8_t>(letter[1]) < 0xA0;
}

}  // namespace

std::string readable(std::string_view text) {
  std::string made;
  made.reserve(text.size());
  while (!text.empty()) {
    const auto bytes = letter_bytes(text);
    const auto letter = text.substr(0, std::max<std::size_t>(bytes, 1));
    if (bytes == 0 || is_control(letter))
      made += "\uFFFD";
    else
      made += letter;
    text.remove_prefix(letter.size());
  }
  return made;
}

std::string readable_line(std::string_view text) {
  auto made = readable(text);
  std::ranges::replace_if(made, [](char letter) { return letter == '\n' || letter == '\t'; }, ' ');
  return made;
}

}  // namespace wijktafel::app
