// One template file, read before ctemplate reads it: checked, words put in, and its names listed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::html {

struct TemplateName {
  enum class Kind { variable, section, include };
  Kind kind = Kind::variable;
  std::string name;
  bool is_safe_html = false;  // {{name:x-safe}}
  int line = 0;
  std::vector<TemplateName> inside;
};

struct TemplateSource {
  std::string prepared;  // what ctemplate is given
  std::vector<TemplateName> names;
};

enum class TemplateForm { html, text };
inline constexpr std::string_view auto_escape_mark = "{{%AUTOESCAPE context=\"HTML\"}}";

// `word` gives the text of a key, escaped for the form. Throws Failure with "line N: what is wrong".
//
// Besides: indentation goes (not in <textarea> and <pre>), a section's mark alone on a line takes its line
// with it, and a variable in <textarea> or <pre> keeps its line ends (ctemplate's own escaping makes spaces
// of them).
TemplateSource read_template(std::string_view content, TemplateForm form,
                             const std::function<std::string(std::string_view key)>& word);

}  // namespace wijktafel::html
