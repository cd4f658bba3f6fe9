// Reads a small XML document that another system sent (expat, sealed in this folder): elements and their
// text. Limits hold on size, depth and number of elements; a document type, and with it every entity of its
// own making, is refused. Attributes, comments and name prefixes are left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::xml {

inline constexpr std::size_t bytes_most = 8 * 1024 * 1024;
inline constexpr std::size_t elements_most = 200'000;
inline constexpr std::size_t depth_most = 16;

struct Element {
  std::string name;  // without prefix
  std::string text;  // of the element itself, as it stands there
  std::vector<Element> children = {};

  const Element* find(std::string_view name) const;  // the first child of this name
  std::string text_of(std::string_view name) const;  // of that child, trimmed; "" when there is none
};

// Nothing for what is no whole document within the limits.
std::optional<Element> read(std::string_view document);

}  // namespace wijktafel::xml
