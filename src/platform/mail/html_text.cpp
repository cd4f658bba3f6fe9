// HTML of mails as text. libxml2 forgives what mail programs write; only text nodes are looked at.
#include <algorithm>
#include <array>
#include <libxml/HTMLparser.h>
#include <memory>

#include "base/text.hpp"
#include "platform/mail/received.hpp"

namespace wijktafel::mail {
namespace {

constexpr int depth_most = 200;

struct Free {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

bool is_one_of(std::string_view name, const auto& names) { return std::ranges::count(names, name) > 0; }

constexpr std::array<std::string_view, 6> unread{"script", "style", "head", "title", "template", "noscript"};
constexpr std::array<std::string_view, 18> blocks{"p",  "div", "br", "li",  "tr",         "table",
                                                  "ul", "ol",  "h1", "h2",  "h3",         "h4",
                                                  "h5", "h6",  "hr", "pre", "blockquote", "address"};

void add_words(std::string_view words, std::string& text) {
  for (const char c : words) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space)
      text += c;
    else if (!text.empty() && text.back() != ' ' && text.back() != '\n')
      text += ' ';
  }
}

void end_line(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
  if (!text.empty() && !text.ends_with("\n\n")) text += '\n';
}

void walk(const xmlNode* first, std::string& text, int depth) {
  if (depth > depth_most) return;
  for (const auto* node = first; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE && node->content != nullptr)
      add_words(reinterpret_cast<const char*>(node->content), text);
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string_view name(reinterpret_cast<const char*>(node->name));
    if (is_one_of(name, unread)) continue;
    const bool is_block = is_one_of(name, blocks);
    if (is_block && !text.empty() && text.back() != '\n') end_line(text);
    walk(node->children, text, depth + 1);
    if (is_block) end_line(text);
  }
}

}  // namespace

std::string text_of_html(std::string_view html) {
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  const std::unique_ptr<xmlDoc, Free> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options));
  std::string text;
  if (document) walk(xmlDocGetRootElement(document.get()), text, 0);
  auto said = tidy(text);
  // What forgives everything may pass on bytes that are no text.
  return is_utf8(said) ? said : std::string();
}

}  // namespace wijktafel::mail
