// budget convert: two tables of a spreadsheet to a Pabulib file.
#include <cstdio>
#include <fmt/format.h>

#include "app/budget/election_file.hpp"
#include "app/budget/fault_text.hpp"
#include "app/budget/requests.hpp"
#include "app/terminal/files.hpp"
#include "compute/budgeting/csv_conversion.hpp"

namespace wijktafel::app {

int run(const BudgetConvert& convert) {
  const TerminalWords words(terminal_language(convert.language));
  const auto plans = file_text(convert.plans);
  const auto votes = file_text(convert.votes);
  const auto made = budgeting::pabulib_from_csv(
      {.plans = plans, .votes = votes, .budget = convert.budget, .type = convert.type, .meta = convert.meta});
  if (made) {
    write_file(convert.output, *made);
    return 0;
  }
  const auto say = [&](const std::string& heading, const std::vector<InputFault>& faults) {
    if (faults.empty()) return;
    fmt::print(stderr, "{}\n", heading);
    for (const auto& fault : faults) fmt::print(stderr, "  {}\n", fault_text(words, fault));
  };
  say(words.text("budget.convert.refused", {{"file", convert.plans}}), made.error().plans);
  say(words.text("budget.convert.refused", {{"file", convert.votes}}), made.error().votes);
  say(words.text("budget.convert.result"), made.error().result);
  return 1;
}

}  // namespace wijktafel::app
