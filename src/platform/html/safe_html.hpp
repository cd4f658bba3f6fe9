// HTML that may be put on a page as it is. Only this folder makes it: from a rendered template or from
// Markdown.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace wijktafel::html {

class SafeHtml {
 public:
  SafeHtml() = default;
  const std::string& markup() const { return markup_; }
  bool empty() const { return markup_.empty(); }
  SafeHtml& operator+=(const SafeHtml& other) {
    markup_ += other.markup_;
    return *this;
  }

 private:
  friend class Templates;
  friend SafeHtml from_markdown(std::string_view);
  friend SafeHtml from_plain_text(std::string_view);
  friend SafeHtml from_trusted_svg(std::string);
  friend SafeHtml from_our_own_example(std::string);
  explicit SafeHtml(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;
};

// The safe subset of Markdown (cmark-gfm in safe mode, autolinks; http(s)/mailto/tel links only, with
// rel="nofollow ugc"; headings become bold paragraphs so that the page keeps one outline). Nothing typed is
// lost: HTML is shown as it was typed, an image becomes a link to it, and any other link becomes its text. A
// line end is a line end.
SafeHtml from_markdown(std::string_view text);
// Escaped, blank lines become paragraphs and line ends <br>.
SafeHtml from_plain_text(std::string_view text);
// For platform/geo's drawings only: numbers and escaped titles.
SafeHtml from_trusted_svg(std::string svg);
// For example.hpp only: the examples beside the templates, which nobody types into a form.
SafeHtml from_our_own_example(std::string markup);
std::string escaped(std::string_view text);  // for text and quoted attributes

}  // namespace wijktafel::html
