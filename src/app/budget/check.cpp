// budget check: what is wrong in a file, or in each file of a folder.
#include <cstdio>
#include <fmt/format.h>

#include "app/budget/budget_json.hpp"
#include "app/budget/election_file.hpp"
#include "app/budget/fault_text.hpp"
#include "app/terminal/files.hpp"
#include "compute/budgeting/pabulib.hpp"

namespace wijktafel::app {
namespace {

CheckedFile checked(const std::string& path) {
  CheckedFile file{.name = file_name(path), .faults = {}, .notes = {}, .projects = 0, .voters = 0};
  auto read = budgeting::read_pabulib(file_text(path), &file.notes);
  if (read) {
    file.projects = read->projects.size();
    file.voters = read->voters;
  } else {
    file.faults = std::move(read.error());
  }
  return file;
}

void print(const CheckedFile& file, const TerminalWords& words) {
  const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  if (file.faults.empty())
    fmt::print("{}\n",
               words.text("budget.check.sound", {{"file", file.name},
                                                 {"projects", number(file.projects)},
                                                 {"voters", static_cast<std::int64_t>(file.voters)}}));
  else
    fmt::print("{}\n", words.text("budget.check.faults",
                                  {{"file", file.name}, {"number", number(file.faults.size())}}));
  for (const auto& fault : file.faults) fmt::print("  {}\n", fault_text(words, fault));
  if (file.notes.empty()) return;
  fmt::print("{}\n", words.text("budget.check.notes", {{"number", number(file.notes.size())}}));
  for (const auto& note : file.notes) fmt::print("  {}\n", fault_text(words, note));
}

}  // namespace

int run(const BudgetCheck& check) {
  const TerminalWords words(terminal_language(check.language));
  int status = 0;
  const auto files = election_files(check.path, words);
  for (const auto& path : files.paths) try {
      const auto file = checked(path);
      if (!file.faults.empty()) status = 1;
      if (check.json)
        fmt::print("{}\n", check_json(file));
      else
        print(file, words);
    } catch (const Failure& failure) {
      // As in budget count: one that cannot be read must not keep the others from being checked.
      if (!files.is_folder) throw;
      if (check.json) fmt::print("{}\n", refused_json(file_name(path), {failure.what()}));
      print_refused(path, {failure.what()}, words);
      status = 1;
    }
  return status;
}

}  // namespace wijktafel::app
