// Any bytes as what a person typed: the page gets only tags of the safe subset, closed in order, with links
// that cannot run anything.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "platform/html/safe_html.hpp"

namespace {

using namespace wijktafel;

constexpr std::array<std::string_view, 9> tags = {"p",  "strong", "em",   "ul",        "li",
                                                  "ol", "a",      "code", "blockquote"};

bool is_safe_link(std::string_view attributes) {
  constexpr std::string_view begin = R"( rel="nofollow ugc" href=")";
  if (!attributes.starts_with(begin)) return false;
  const auto url = attributes.substr(begin.size());
  const auto quote = url.find('"');
  if (quote == std::string_view::npos || quote + 1 != url.size()) return false;
  return std::ranges::any_of(std::array<std::string_view, 4>{"http://", "https://", "mailto:", "tel:"},
                             [&](auto scheme) { return starts_with_ignoring_case(url, scheme); });
}

// Every < of the markup is one of our tags.
void check_tags(std::string_view markup) {
  std::vector<std::string_view> open;
  while (true) {
    const auto at = markup.find('<');
    if (at == std::string_view::npos) break;
    markup.remove_prefix(at + 1);
    const auto end = markup.find('>');
    promise(end != std::string_view::npos);
    auto tag = markup.substr(0, end);
    markup.remove_prefix(end + 1);
    if (tag == "br /" || tag == "hr /") continue;
    if (tag.starts_with('/')) {
      promise(!open.empty() && open.back() == tag.substr(1));
      open.pop_back();
      continue;
    }
    const auto name = tag.substr(0, tag.find(' '));
    const auto attributes = tag.substr(name.size());
    promise(name == "pre" || std::ranges::find(tags, name) != tags.end());
    promise(attributes.empty() || (name == "a" && is_safe_link(attributes)) ||
            (name == "ol" && attributes.starts_with(" start=\"")));
    open.push_back(name);
  }
  promise(open.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto html = html::from_markdown(input).markup();
  promise(is_utf8(html));
  check_tags(html);
  // Plain text as well: no tag but ours, whatever it was.
  const auto plain = html::from_plain_text(input).markup();
  for (const auto part : split(plain, '<'))
    promise(part.empty() || part.starts_with("p>") || part.starts_with("/p>") || part.starts_with("br>"));
  promise(html::escaped(input).find_first_of("<>\"'") == std::string::npos);
  return 0;
}
