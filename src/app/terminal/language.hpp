// The language of what a command prints: --language, otherwise the environment as POSIX has it (LC_ALL,
// LC_MESSAGES, LANG: Dutch when it begins with nl), otherwise English. JSON has the same English names in
// both.
#pragma once

#include <string>

#include "platform/i18n/words.hpp"

namespace wijktafel::app {

// `asked`: "nl", "en", or empty.
i18n::Language terminal_language(const std::string& asked);

// All words, in one language. Made only when something is printed for people: it reads every words file.
class TerminalWords {
 public:
  explicit TerminalWords(i18n::Language language);

  i18n::Language language() const { return language_; }
  // Also what the arguments bring is readable (readable.hpp).
  std::string text(std::string_view key, const i18n::Arguments& arguments = {}) const;

 private:
  i18n::Words words_;
  i18n::Language language_;
};

}  // namespace wijktafel::app
