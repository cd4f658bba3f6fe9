// What people type, as HTML: cmark-gfm reads it, and before it writes, everything that may not be is made
// into text.
#include <array>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <memory>
#include <vector>

#include "base/text.hpp"
#include "platform/html/safe_html.hpp"

namespace wijktafel::html {
namespace {

constexpr int options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_HARDBREAKS;

struct Free {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
  void operator()(char* text) const { std::free(text); }
};

std::string_view text_of(const char* text) { return text ? std::string_view(text) : std::string_view(); }

// cmark has decoded entities and escapes, so that nothing hides in the scheme.
bool may_link_to(std::string_view url) {
  constexpr std::array<std::string_view, 4> schemes = {"http://", "https://", "mailto:", "tel:"};
  for (const auto scheme : schemes)
    if (starts_with_ignoring_case(url, scheme)) return true;
  return false;
}

void move_children(cmark_node* from, cmark_node* to) {
  while (cmark_node* child = cmark_node_first_child(from)) cmark_node_append_child(to, child);
}

// The children take the node's place.
void unwrap(cmark_node* node) {
  while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
  cmark_node_free(node);
}

void replace(cmark_node* node, cmark_node* by) {
  cmark_node_replace(node, by);
  cmark_node_free(node);
}

cmark_node* text_node(std::string_view literal) {
  cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, std::string(literal).c_str());
  return node;
}

// In place: the texts inside a block lie in the memory of the block that was read.
void make_bold_paragraph_of(cmark_node* heading) {
  cmark_node_set_type(heading, CMARK_NODE_PARAGRAPH);
  cmark_node* strong = cmark_node_new(CMARK_NODE_STRONG);
  move_children(heading, strong);
  cmark_node_append_child(heading, strong);
}

cmark_node* shown_as_typed(cmark_node* html_block) {
  cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  const std::string literal(trimmed(text_of(cmark_node_get_literal(html_block))));
  bool first_line = true;
  for (const auto line : split(literal, '\n')) {
    if (!first_line) cmark_node_append_child(paragraph, cmark_node_new(CMARK_NODE_SOFTBREAK));
    first_line = false;
    cmark_node_append_child(paragraph, text_node(line));
  }
  return paragraph;
}

// An image would be fetched from elsewhere by everyone who reads the page: its text stays, as a link when it
// may be one.
void make_link_of_image(cmark_node* image) {
  const std::string url(text_of(cmark_node_get_url(image)));
  if (!may_link_to(url)) return unwrap(image);
  if (!cmark_node_first_child(image)) cmark_node_append_child(image, text_node(url));
  for (cmark_node* outer = cmark_node_parent(image); outer; outer = cmark_node_parent(outer))
    if (cmark_node_get_type(outer) == CMARK_NODE_LINK) return unwrap(image);
  cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
  cmark_node_set_url(link, url.c_str());
  move_children(image, link);
  replace(image, link);
}

void make_safe(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HEADING) {
    make_bold_paragraph_of(node);
  } else if (type == CMARK_NODE_HTML_BLOCK) {
    replace(node, shown_as_typed(node));
  } else if (type == CMARK_NODE_HTML_INLINE) {
    replace(node, text_node(text_of(cmark_node_get_literal(node))));
  } else if (type == CMARK_NODE_IMAGE) {
    make_link_of_image(node);
  } else if (type == CMARK_NODE_LINK) {
    cmark_node_set_title(node, "");
    if (!may_link_to(text_of(cmark_node_get_url(node)))) unwrap(node);
  } else if (type == CMARK_NODE_CODE_BLOCK) {
    cmark_node_set_fence_info(node, "");
  }
}

bool has_no_inside(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_CODE_BLOCK;
}

// Each node once, innermost first, so that what is unwrapped has been seen to. cmark does not leave a node
// that cannot have children; it enters and leaves all others.
std::vector<cmark_node*> nodes_of(cmark_node* document) {
  std::vector<cmark_node*> nodes;
  const std::unique_ptr<cmark_iter, Free> iterator(cmark_iter_new(document));
  while (true) {
    const auto event = cmark_iter_next(iterator.get());
    if (event == CMARK_EVENT_DONE) return nodes;
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (event == CMARK_EVENT_EXIT || has_no_inside(node)) nodes.push_back(node);
  }
}

// In cmark's output < stands only where cmark wrote a tag, so that this finds links and nothing that was
// typed.
std::string with_link_relation(std::string_view markup) {
  constexpr std::string_view link = "<a href=";
  std::string result;
  while (true) {
    const auto at = markup.find(link);
    result += markup.substr(0, at);
    if (at == std::string_view::npos) return result;
    result += "<a rel=\"nofollow ugc\" href=";
    markup.remove_prefix(at + link.size());
  }
}

}  // namespace

SafeHtml from_markdown(std::string_view text) {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  (void)registered;
  const std::unique_ptr<cmark_parser, Free> parser(cmark_parser_new(options));
  if (auto* autolinks = cmark_find_syntax_extension("autolink"))
    cmark_parser_attach_syntax_extension(parser.get(), autolinks);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, Free> document(cmark_parser_finish(parser.get()));
  for (auto* node : nodes_of(document.get())) make_safe(node);
  const std::unique_ptr<char, Free> markup(cmark_render_html(document.get(), options, nullptr));
  return SafeHtml(with_link_relation(text_of(markup.get())));
}

}  // namespace wijktafel::html
