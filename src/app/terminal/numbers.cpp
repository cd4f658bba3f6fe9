#include "app/terminal/numbers.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace wijktafel::app {

std::string decimal_text(i18n::Language language, double value, int decimals) {
  auto text = fmt::format("{:.{}f}", value, decimals);
  if (text.front() == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  if (language == i18n::Language::nl) std::ranges::replace(text, '.', ',');
  return text;
}

std::string share_text(i18n::Language language, double part) {
  return decimal_text(language, 100 * part, 1) + " %";
}

}  // namespace wijktafel::app
