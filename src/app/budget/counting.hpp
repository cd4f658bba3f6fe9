// One file counted as asked, with the seconds it took.
#pragma once

#include <memory>
#include <string>

#include "app/budget/election_file.hpp"
#include "app/budget/requests.hpp"
#include "compute/budgeting/explanation.hpp"

namespace wijktafel::app {

struct CountedFile {
  std::string name;  // of the file, without its folder
  // Shared and not moved: what is counted points at it.
  std::shared_ptr<const budgeting::Election> election;
  budgeting::Counted counted;
  bool is_official = false;  // counted as the city says that it counts
  double parse_seconds = 0;
  double count_seconds = 0;  // without looking what ties change
};

// Also what every tie changes.
Result<CountedFile, Refused> counted(const std::string& name,
                                     std::shared_ptr<const budgeting::Election> election,
                                     const BudgetRule& how, const TerminalWords& words);
Result<CountedFile, Refused> counted_file(const std::string& path, const BudgetRule& how,
                                          const TerminalWords& words);

// "gelijke delen, naar geld (add1)": completions as they are typed.
std::string rule_phrase(const budgeting::Rule& rule, const TerminalWords& words);
// "Telling: gelijke delen, naar geld. Daarna: ..."
std::string rule_sentence(const CountedFile& file, const TerminalWords& words);

// "15034 Het Noorderparkbad": id, and the name when the file has one.
std::string project_text(const budgeting::Election& election, budgeting::ProjectIndex project);

}  // namespace wijktafel::app
