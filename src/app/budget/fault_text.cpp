#include "app/budget/fault_text.hpp"

#include <utility>

namespace wijktafel::app {

std::string fault_text(const TerminalWords& words, const InputFault& fault) {
  i18n::Arguments facts;
  for (std::size_t i = 0; i < fault.facts.size(); ++i)
    facts.emplace_back(i == 0 ? "first" : "second", fault.facts[i]);
  const auto sentence = words.text("budget.fault." + std::string(fault.reason), facts);
  if (fault.line == 0) return sentence;
  const auto line = static_cast<std::int64_t>(fault.line);
  if (fault.column == 0) return words.text("budget.fault_at.line", {{"line", line}, {"fault", sentence}});
  return words.text(
      "budget.fault_at.place",
      {{"line", line}, {"column", static_cast<std::int64_t>(fault.column)}, {"fault", sentence}});
}

}  // namespace wijktafel::app
