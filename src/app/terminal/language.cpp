#include "app/terminal/language.hpp"

#include <cstdlib>

#include "app/terminal/readable.hpp"

namespace wijktafel::app {

i18n::Language terminal_language(const std::string& asked) {
  std::string_view name = asked;
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (!name.empty()) break;
    if (const char* value = std::getenv(variable)) name = value;
  }
  return name.starts_with("nl") ? i18n::Language::nl : i18n::Language::en;
}

TerminalWords::TerminalWords(i18n::Language language)
    : words_(i18n::Words::embedded()), language_(language) {}

std::string TerminalWords::text(std::string_view key, const i18n::Arguments& arguments) const {
  return readable(words_.text(language_, key, arguments));
}

}  // namespace wijktafel::app
