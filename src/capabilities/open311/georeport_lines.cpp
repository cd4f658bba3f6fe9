#include "capabilities/open311/georeport_lines.hpp"

namespace wijktafel::open311 {

std::vector<std::size_t> lines_of_elements(std::string_view json) {
  std::vector<std::size_t> lines;
  std::size_t line = 1;
  int depth = 0;
  bool in_text = false;
  bool waits = false;  // for the first character of an element
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char character = json[at];
    if (character == '\n') ++line;
    if (in_text) {
      if (character == '\\') ++at;
      if (character == '"') in_text = false;
      continue;
    }
    const bool is_space = character == ' ' || character == '\t' || character == '\r' || character == '\n';
    if (waits && !is_space && character != ']') {
      lines.push_back(line);
      waits = false;
    }
    if (character == '"') in_text = true;
    if (character == '[' || character == '{') waits = ++depth == 1;
    if (character == ']' || character == '}') --depth;
    if (character == ',' && depth == 1) waits = true;
  }
  return lines;
}

}  // namespace wijktafel::open311
