#include "compute/budgeting/tests/reference_support.hpp"

#include <cstdlib>

namespace wijktafel::budgeting {
namespace {

// What stands in `text` from `at` to the next `end`; moves `at` behind it.
std::string_view until(std::string_view text, std::size_t& at, std::string_view end) {
  const auto found = text.find(end, at);
  const auto piece = text.substr(at, found == std::string_view::npos ? found : found - at);
  at = found == std::string_view::npos ? text.size() : found + end.size();
  return piece;
}

// No name in the file has a quote or a backslash in it (looked at).
std::set<std::string> quoted_words(std::string_view list) {
  std::set<std::string> words;
  std::size_t at = 0;
  while (until(list, at, "\""), at < list.size()) words.emplace(until(list, at, "\""));
  return words;
}

}  // namespace

std::vector<ReferenceEntry> reference_entries(std::string_view json) {
  std::vector<ReferenceEntry> entries;
  std::size_t at = 0;
  while (until(json, at, "{\"file\":\""), at < json.size()) {
    const std::string file(until(json, at, "\""));
    until(json, at, "\"rules\":{");
    // Each rule is "name":{...} without braces inside; the last one closes twice.
    while (at < json.size() && json[at] != '}') {
      until(json, at, "\"");
      const std::string rule(until(json, at, "\":{"));
      const auto body = until(json, at, "}");
      if (!body.contains("\"status\":\"ok\"")) continue;
      std::size_t part = 0;
      until(body, part, "\"seconds\":");
      const double seconds = std::strtod(std::string(until(body, part, ",")).c_str(), nullptr);
      until(body, part, "\"winners\":[");
      entries.push_back({file, rule, quoted_words(until(body, part, "]")), seconds});
    }
  }
  return entries;
}

}  // namespace wijktafel::budgeting
