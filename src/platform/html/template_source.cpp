#include "platform/html/template_source.hpp"

#include <algorithm>

#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/html/html_place.hpp"

namespace wijktafel::html {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

class Reader {
 public:
  Reader(std::string_view content, TemplateForm form,
         const std::function<std::string(std::string_view)>& word)
      : rest_(content), is_html_(form == TemplateForm::html), word_(word) {}

  TemplateSource read() {
    try {
      read_first_line();
      while (!rest_.empty()) read_next();
      if (!open_.empty()) throw Failure("{{#" + open_.back().name.name + "}} has no end");
      if (is_html_) place_.end();
    } catch (const Failure& failure) {
      throw Failure("line " + std::to_string(line_) + ": " + failure.what());
    }
    return {std::move(output_), std::move(names_)};
  }

 private:
  struct OpenSection {
    TemplateName name;
    std::string mark;
  };

  void read_first_line() {
    if (!is_html_) return;
    const auto mark = std::string(auto_escape_mark) + "\n";
    if (!rest_.starts_with(mark)) throw Failure("the first line is " + std::string(auto_escape_mark));
    output_ = auto_escape_mark;
    rest_.remove_prefix(mark.size());
    line_ = 2;
    starts_line_ = true;
  }

  void read_next() {
    if (rest_.starts_with("{{")) return read_marker();
    if (rest_.starts_with("[[")) return read_word();
    const char c = rest_.front();
    if (c == '\n') ++line_;
    const bool is_indentation = is_html_ && starts_line_ && (c == ' ' || c == '\t') && !place_.keeps_spaces();
    if (!is_indentation) {
      output_ += c;
      starts_line_ = c == '\n';
    }
    if (is_html_) place_.read(rest_);
    rest_.remove_prefix(1);
  }

  void read_word() {
    const auto end = rest_.find("]]");
    if (end == std::string_view::npos) throw Failure("[[ has no ]]");
    if (is_html_) place_.word();
    output_ += word_(rest_.substr(2, end - 2));
    starts_line_ = false;
    rest_.remove_prefix(end + 2);
  }

  void read_marker() {
    const auto end = rest_.find("}}");
    if (end == std::string_view::npos) throw Failure("{{ has no }}");
    const auto whole = rest_.substr(0, end + 2);
    const auto inner = rest_.substr(2, end - 2);
    rest_.remove_prefix(whole.size());
    switch (inner.empty() ? ' ' : inner.front()) {
      case '#': return open_section(whole, inner.substr(1));
      case '/': return close_section(whole, inner.substr(1));
      case '>': return include(whole, inner.substr(1));
      case '!':
        line_ += static_cast<int>(std::ranges::count(whole, '\n'));
        take_line();
        return;
      default: return variable(inner);
    }
  }

  void open_section(std::string_view whole, std::string_view name) {
    if (!is_name(name)) throw Failure("not a name: " + std::string(name));
    if (is_html_) place_.section();
    open_.push_back({{TemplateName::Kind::section, std::string(name), false, line_, {}}, place_.mark()});
    put_on_own_line(whole);
  }

  void close_section(std::string_view whole, std::string_view name) {
    if (open_.empty() || open_.back().name.name != name)
      throw Failure("{{/" + std::string(name) + "}} ends no section that is open here");
    if (is_html_) place_.section();
    if (is_html_ && open_.back().mark != place_.mark())
      throw Failure("the section " + std::string(name) + " begins in" + open_.back().mark + " and ends in" +
                    place_.mark());
    auto closed = std::move(open_.back().name);
    open_.pop_back();
    list().push_back(std::move(closed));
    put_on_own_line(whole);
  }

  void include(std::string_view whole, std::string_view name) {
    if (!is_name(name)) throw Failure("not a name: " + std::string(name));
    if (!is_html_) throw Failure("a text template includes nothing");
    place_.include();
    list().push_back({TemplateName::Kind::include, std::string(name), false, line_, {}});
    output_ += whole;
    starts_line_ = false;
  }

  void variable(std::string_view inner) {
    const auto colon = inner.find(':');
    const auto name = inner.substr(0, colon);
    if (!is_name(name)) throw Failure("not a name: {{" + std::string(inner) + "}}");
    const bool is_safe = colon != std::string_view::npos;
    if (is_safe && inner.substr(colon) != ":x-safe")
      throw Failure("the only modifier is :x-safe, not " + std::string(inner.substr(colon)));
    if (is_safe && !is_html_) throw Failure("a text template shows no HTML");
    if (is_html_) place_.variable(is_safe);
    list().push_back({TemplateName::Kind::variable, std::string(name), is_safe, line_, {}});
    const bool keeps_lines = is_html_ && !is_safe && place_.in_textarea_or_pre();
    output_ += "{{" + std::string(inner) + (keeps_lines ? ":p}}" : "}}");
    starts_line_ = false;
  }

  std::vector<TemplateName>& list() { return open_.empty() ? names_ : open_.back().name.inside; }

  void put_on_own_line(std::string_view marker) {
    const bool alone = take_line();
    output_ += marker;
    starts_line_ = alone;
  }

  // When a marker is all there is on its line, the line goes: the spaces before it, and the line end after
  // it.
  bool take_line() {
    const auto text_start = output_.find_last_not_of(" \t");
    const bool nothing_before =
        starts_line_ || text_start == std::string::npos || output_[text_start] == '\n';
    const auto next = rest_.find_first_not_of(" \t");
    if (!nothing_before || next == std::string_view::npos || rest_[next] != '\n') return false;
    if (is_html_ && place_.keeps_spaces()) return false;
    if (!starts_line_) output_.resize(text_start == std::string::npos ? 0 : text_start + 1);
    rest_.remove_prefix(next + 1);
    ++line_;
    starts_line_ = true;
    return true;
  }

  std::string_view rest_;
  bool is_html_;
  const std::function<std::string(std::string_view)>& word_;
  HtmlPlace place_;
  int line_ = 1;
  bool starts_line_ = true;
  std::string output_;
  std::vector<TemplateName> names_;
  std::vector<OpenSection> open_;
};

}  // namespace

TemplateSource read_template(std::string_view content, TemplateForm form,
                             const std::function<std::string(std::string_view)>& word) {
  return Reader(content, form, word).read();
}

}  // namespace wijktafel::html
