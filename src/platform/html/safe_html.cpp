#include "platform/html/safe_html.hpp"

#include "base/text.hpp"

namespace wijktafel::html {

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result += c;
    }
  }
  return result;
}

SafeHtml from_plain_text(std::string_view text) {
  std::string markup;
  std::string paragraph;
  const auto end_paragraph = [&] {
    if (!paragraph.empty()) markup += "<p>" + paragraph + "</p>\n";
    paragraph.clear();
  };
  const std::string tidied = tidy(text);
  for (const auto line : split(tidied, '\n')) {
    if (trimmed(line).empty()) {
      end_paragraph();
      continue;
    }
    if (!paragraph.empty()) paragraph += "<br>\n";
    paragraph += escaped(trimmed(line));
  }
  end_paragraph();
  return SafeHtml(std::move(markup));
}

SafeHtml from_trusted_svg(std::string svg) { return SafeHtml(std::move(svg)); }
SafeHtml from_our_own_example(std::string markup) { return SafeHtml(std::move(markup)); }

}  // namespace wijktafel::html
