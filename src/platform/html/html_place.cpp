#include "platform/html/html_place.hpp"

#include <algorithm>
#include <array>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::html {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, text) != list.end();
}

// Elements whose content a browser does not read as tags.
constexpr std::array<std::string_view, 4> raw_elements = {"script", "style", "textarea", "title"};
// Addresses that ctemplate checks for a harmful scheme when the variable comes first.
constexpr std::array<std::string_view, 4> addresses = {"href", "src", "action", "cite"};
// Addresses that it does not check, and places where text is code.
constexpr std::array<std::string_view, 9> fixed = {"formaction", "data",   "poster",   "xlink:href", "ping",
                                                   "manifest",   "srcdoc", "codebase", "style"};
constexpr std::array<std::string_view, 4> schemes = {"tel:", "mailto:", "https:", "http:"};

}  // namespace

void HtmlPlace::read(std::string_view rest) {
  const char c = rest.front();
  if (comment_skip_ > 0) {
    if (--comment_skip_ == 0 && state_ == State::comment && value_ == "end") {
      state_ = State::text;
      value_.clear();
    }
    return;
  }
  switch (state_) {
    case State::text: return read_text(rest);
    case State::tag: return read_tag(c);
    case State::before_value:
      if (is_space(c)) return;
      if (c != '"' && c != '\'') throw Failure("the value of " + attribute_ + " stands in quotes");
      quote_ = c;
      value_.clear();
      state_ = State::value;
      return;
    case State::value:
      if (c == quote_) {
        state_ = State::tag;
        attribute_.clear();
        attribute_ended_ = true;
      } else {
        value_ += c;
      }
      return;
    case State::comment:
      if (rest.starts_with("-->")) {
        value_ = "end";
        comment_skip_ = 2;
      }
      return;
    case State::declaration:
      if (c == '>') state_ = State::text;
      return;
  }
}

void HtmlPlace::read_text(std::string_view rest) {
  if (rest.front() != '<') return;
  if (!raw_.empty() && !starts_with_ignoring_case(rest, "</" + raw_)) return;
  raw_.clear();
  const char next = rest.size() > 1 ? rest[1] : ' ';
  if (rest.starts_with("<!--")) {
    state_ = State::comment;
    value_.clear();
    comment_skip_ = 3;
  } else if (next == '!') {
    state_ = State::declaration;
  } else if (next == '/' || is_letter(next)) {
    state_ = State::tag;
    is_closing_ = next == '/';
    names_element_ = true;
    element_.clear();
    attribute_.clear();
    attribute_ended_ = true;
  } else {
    throw Failure("a < in text is written as &lt;");
  }
}

void HtmlPlace::read_tag(char c) {
  if (c == '>') return close_tag();
  if (names_element_) {
    if (c == '/' && element_.empty()) return;
    if (is_space(c) || c == '/')
      names_element_ = false;
    else
      element_ += lower_ascii({&c, 1});
    return;
  }
  if (is_space(c) || c == '/') {
    attribute_ended_ = true;
  } else if (c == '=') {
    state_ = State::before_value;
  } else {
    if (attribute_ended_) attribute_.clear();
    attribute_ended_ = false;
    attribute_ += lower_ascii({&c, 1});
  }
}

void HtmlPlace::close_tag() {
  state_ = State::text;
  names_element_ = false;
  if (element_ == "pre") in_pre_ = !is_closing_;
  if (!is_closing_ && is_one_of(element_, raw_elements)) raw_ = element_;
}

void HtmlPlace::word() {
  if (state_ == State::text && raw_ != "script" && raw_ != "style") return;
  if (state_ != State::value) throw Failure("a word stands in text or in a value in quotes");
  value_ += 'w';
}

bool HtmlPlace::is_address() const { return state_ == State::value && is_one_of(attribute_, addresses); }

void HtmlPlace::variable(bool is_safe_html) {
  if (state_ == State::text) {
    if (raw_ == "script" || raw_ == "style") throw Failure("no variable inside <" + raw_ + ">");
    if (is_safe_html && !raw_.empty()) throw Failure("no HTML inside <" + raw_ + ">");
    return;
  }
  if (state_ != State::value) throw Failure("a variable stands in text or in a value in quotes");
  if (is_safe_html) throw Failure(":x-safe is for text, not for a value in a tag");
  if (is_one_of(attribute_, fixed) || attribute_.starts_with("on"))
    throw Failure("no variable in the value of " + attribute_);
  if (element_ == "meta" && attribute_ == "content" && lower_ascii(value_).find("url") != std::string::npos)
    throw Failure("no variable in the address of a meta refresh");
  if (is_address()) address_variable();
  value_ += '\x01';
}

// Only a variable that comes first has its scheme checked. One further on is harmless when the text before it
// already says what kind of address it is. A query value would need percent-encoding, which code does and a
// template does not.
void HtmlPlace::address_variable() const {
  if (value_.empty()) return;
  if (value_.find('?') != std::string::npos)
    throw Failure("a query is put together in code, not in " + attribute_);
  const auto literal_start = value_.substr(0, value_.find('\x01'));
  const auto colon = literal_start.find(':');
  if (colon != std::string::npos && colon < literal_start.find('/')) {
    if (!is_one_of(literal_start.substr(0, colon + 1), schemes))
      throw Failure("an address begins with /, #, tel:, mailto: or https:, not with " + literal_start);
    return;
  }
  if (value_.find_first_of("/#") == std::string::npos)
    throw Failure("before a second variable in " + attribute_ + " comes a / or #");
}

void HtmlPlace::include() const {
  if (state_ != State::text || !raw_.empty())
    throw Failure("an include stands in text, not inside a tag or <" + (raw_.empty() ? element_ : raw_) +
                  ">");
}

void HtmlPlace::section() {
  if (is_address()) throw Failure("no section inside the value of " + attribute_ + ": make two attributes");
  if (state_ == State::before_value) throw Failure("the value of " + attribute_ + " stands in quotes");
  if (raw_ == "script" || raw_ == "style") throw Failure("no section inside <" + raw_ + ">");
  names_element_ = false;
  attribute_ended_ = true;
}

std::string HtmlPlace::mark() const {
  std::string mark = raw_;
  switch (state_) {
    case State::text: return mark + " text";
    case State::tag:
    case State::before_value: return mark + " tag " + element_;
    case State::value: return mark + " value of " + attribute_ + quote_;
    case State::comment: return mark + " comment";
    case State::declaration: return mark + " declaration";
  }
  return mark;
}

void HtmlPlace::end() const {
  if (state_ != State::text || !raw_.empty())
    throw Failure("the template ends inside a tag, a comment or <" + raw_ + ">");
}

}  // namespace wijktafel::html
