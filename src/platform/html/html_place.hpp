// Where in an HTML template we are while reading it from front to back: what may stand there depends on it.
// Knows as much HTML as our own templates use: values in quotes, no scripts or styles written inside.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::html {

// The functions throw Failure, without file and line, for what would undo the escaping.
class HtmlPlace {
 public:
  // Reads on through literal HTML, one character at a time; `rest` starts at the character and shows what
  // follows it.
  void read(std::string_view rest);
  // A text in place of [[key]], already escaped.
  void word();
  void variable(bool is_safe_html);
  void include() const;
  void section();  // begins or ends
  // Equal at the begin and the end of a section, or the section would change what follows it.
  std::string mark() const;
  void end() const;

  bool keeps_spaces() const { return in_textarea_or_pre() || state_ == State::value; }
  bool in_textarea_or_pre() const { return raw_ == "textarea" || in_pre_; }

 private:
  enum class State { text, tag, before_value, value, comment, declaration };
  void read_text(std::string_view rest);
  void read_tag(char c);
  void close_tag();
  void address_variable() const;
  bool is_address() const;

  State state_ = State::text;
  std::string element_;
  bool is_closing_ = false;
  bool names_element_ = false;  // still reading the name after <
  bool attribute_ended_ = true;
  std::string attribute_;
  std::string value_;  // a variable in it is \x01
  char quote_ = '"';
  std::string raw_;  // the element whose content is not HTML: script, style, textarea, title
  bool in_pre_ = false;
  std::size_t comment_skip_ = 0;
};

}  // namespace wijktafel::html
